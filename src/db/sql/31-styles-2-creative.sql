-- Creative styles, as the product brings them; see 30-generation-styles.sql.
select style_seed($styles$
[
  {
    "id": "creative", "name": "Creative", "category": "Creative",
    "description": "Colour behind you, from teal to copper, with a warmer light on the face.",
    "position": 4, "premium": false, "surcharge": 0, "active": true, "engine": null,
    "example": "/examples/creative.webp", "negative_prompt": null,
    "prompt": {
      "framing": "Head and shoulders, body turned a little to the side, face to the camera, slightly off centre.",
      "wardrobe": "A plain dark crew-neck or overshirt with a visible fabric texture.",
      "background": "A painted studio backdrop that runs from deep teal to warm copper, out of focus.",
      "light": "A warm key light from one side and a weak cool light from the other.",
      "lens": "Full-frame camera, 85 mm at f/2.8, eyes sharp, backdrop out of focus.",
      "expression": "Relaxed and attentive, looking into the camera."
    },
    "studio_recipe": {
      "backdrop": {
        "kind": "paper", "core": "#2f9c98", "edge": "#0d4a57", "floor": "#0b3d4a", "mottle": 0.02,
        "spread": 1.05, "lightX": -0.12, "lightY": -0.05, "roamX": 0.2, "roamY": 0.12, "roamSpread": 0.15,
        "accents": [
          { "colour": "#f08a5d", "x": 1.04, "y": 0.2, "radius": 0.62, "strength": 0.72 }
        ]
      },
      "shadow": 0.12, "wrap": 0.22, "vignette": 0.12, "saturation": 1.05, "contrast": 0.65, "tint": [1, 1, 1]
    }
  }
]
$styles$);
