-- Creative styles, as the product brings them; see 30-generation-styles.sql.
select style_seed($styles$
[
  {
    "id": "creative", "name": "Creative", "category": "Creative",
    "description": "Two strong colours that meet behind you, and a coloured edge of light. For portfolios and stages.",
    "position": 4, "premium": false, "surcharge": 0, "active": true, "engine": null,
    "example": "/examples/creative.webp",
    "negative_prompt": "illustration, painting, 3D render, plastic skin, airbrushed skin, changed face, text, logo, watermark, frame, second person, visible hands",
    "prompt": {
      "framing": "Head and shoulders, body turned a little to the side, face to the camera, slightly off centre.",
      "wardrobe": "A plain dark crew-neck or overshirt with a visible fabric texture.",
      "background": "Two flat painted fields, marigold and coral red, meeting at a clean slanted edge behind the person.",
      "light": "A clear key light from one side and a weak coral-coloured edge light from the other.",
      "lens": "Full-frame camera, 85 mm at f/5.6, eyes sharp, backdrop smooth.",
      "expression": "Relaxed and attentive, looking into the camera."
    },
    "studio_recipe": {
      "backdrop": {
        "kind": "two-tone", "lit": "#eda63f", "shade": "#cf4a5c", "at": 0.56, "lean": 16, "softness": 0.012,
        "falloff": 0.22, "roam": 0.1
      },
      "shadow": 0.12, "wrap": 0.16, "key": 0.35,
      "rim": { "colour": "#ff6f7d", "strength": 0.7, "both": false },
      "exposure": 0, "vignette": 0.06, "saturation": 1.02, "contrast": 0.7, "fade": 0, "grade": null,
      "grain": 0.009, "tint": [1, 1, 1]
    }
  },
  {
    "id": "tech", "name": "Tech", "category": "Creative",
    "description": "A dark glass office with lines of cool light, out of focus. For product, engineering and start-up pages.",
    "position": 5, "premium": false, "surcharge": 0, "active": true, "engine": null,
    "example": "/examples/tech.webp",
    "negative_prompt": "illustration, painting, 3D render, plastic skin, airbrushed skin, changed face, text, logo, watermark, frame, second person, visible hands",
    "prompt": {
      "framing": "Head and shoulders, facing the camera, the head slightly below the middle so that there is room above.",
      "wardrobe": "A plain dark T-shirt under an overshirt, or a fine-knit crew-neck, without logos.",
      "background": "A dark modern office with glass walls and a few vertical lines of cool white and violet light, strongly out of focus.",
      "light": "Soft neutral key light from the front side, thin cool edge lights from behind.",
      "lens": "Full-frame camera, 85 mm at f/2, eyes sharp, room out of focus.",
      "expression": "Alert and friendly, looking into the camera."
    },
    "studio_recipe": {
      "backdrop": {
        "kind": "scene", "above": "#2a3a5c", "below": "#141a2e",
        "layers": [
          { "shape": "columns", "from": -0.1, "to": 1.1, "left": -0.1, "right": 1.1, "light": 0.9, "colours": ["#33476e", "#293a60", "#3b5280"], "pitch": 0.34, "fill": 0.9, "ragged": 0.3, "rows": 1 },
          { "shape": "columns", "from": -0.1, "to": 0.86, "left": -0.05, "right": 1.05, "light": 3, "colours": ["#a8d8ff", "#b9aef5", "#9fdde6"], "pitch": 0.36, "fill": 0.055, "ragged": 0.35, "rows": 1 },
          { "shape": "band", "from": 0.82, "to": 1.1, "left": 0, "right": 1, "light": 0.8, "colour": "#10162b" }
        ],
        "softness": 0.024, "discs": [],
        "accents": [
          { "colour": "#5d55b8", "x": 1, "y": 0.8, "radius": 0.6, "strength": 0.4 },
          { "colour": "#4a9cc0", "x": 0, "y": 0.05, "radius": 0.6, "strength": 0.25 }
        ]
      },
      "shadow": 0.12, "wrap": 0.14, "key": 0.25,
      "rim": { "colour": "#8fc9ff", "strength": 0.4, "both": true },
      "exposure": 0, "vignette": 0.12, "saturation": 0.98, "contrast": 0.65, "fade": 0, "grade": null,
      "grain": 0.009, "tint": [0.99, 1, 1.015]
    }
  }
]
$styles$);
