-- Premium styles, as the product brings them; see 30-generation-styles.sql.
select style_seed($styles$
[
  {
    "id": "executive", "name": "Executive", "category": "Premium",
    "description": "Dark backdrop and modelled light. For board pages, press and speakers.",
    "position": 10, "premium": true, "surcharge": 1, "active": true, "engine": null,
    "example": "/examples/executive.webp",
    "negative_prompt": "illustration, painting, 3D render, plastic skin, airbrushed skin, changed face, text, logo, watermark, frame, second person, visible hands",
    "prompt": {
      "framing": "Head and shoulders, chin level, shoulders turned slightly, facing the camera.",
      "wardrobe": "A well-cut charcoal suit jacket over a white shirt or blouse, without jewellery that was not there before.",
      "background": "A dark charcoal studio backdrop with a soft glow behind the shoulders.",
      "light": "One large soft key light from the side that models the face, a faint edge light on the hair.",
      "lens": "Full-frame camera, 105 mm at f/5.6, eyes sharp.",
      "expression": "Composed and confident, the mouth closed, looking into the camera."
    },
    "studio_recipe": {
      "backdrop": {
        "kind": "paper", "core": "#5a6069", "edge": "#191b20", "floor": "#111317", "mottle": 0.05,
        "spread": 0.82, "lightX": 0.06, "lightY": -0.02, "roamX": 0.36, "roamY": 0.12, "roamSpread": 0.14,
        "accents": []
      },
      "shadow": 0.12, "wrap": 0.04, "key": 0.4,
      "rim": { "colour": "#ffffff", "strength": 0.14, "both": false },
      "exposure": 0, "vignette": 0.22, "saturation": 0.97, "contrast": 0.8, "fade": 0, "grade": null,
      "grain": 0.009, "tint": [1.008, 1, 0.99]
    }
  },
  {
    "id": "editorial", "name": "Editorial", "category": "Premium",
    "description": "A warm plaster wall with window light across it, and the soft blacks of film. For magazines and interviews.",
    "position": 11, "premium": true, "surcharge": 1, "active": true, "engine": null,
    "example": "/examples/editorial.webp",
    "negative_prompt": "illustration, painting, 3D render, plastic skin, airbrushed skin, changed face, text, logo, watermark, frame, second person, visible hands",
    "prompt": {
      "framing": "Head and shoulders with a little more of the upper body, off centre, body turned to the light, face to the camera.",
      "wardrobe": "Considered everyday clothes in natural fabrics and earth tones, such as a linen shirt or a wool jacket, without logos.",
      "background": "A warm, unevenly plastered wall with a soft slanting beam of window light.",
      "light": "Natural window light from one side, soft shadow on the other, no flash.",
      "lens": "Full-frame camera, 50 mm at f/4, fine film grain, slightly lifted blacks.",
      "expression": "Quiet and natural, as in the middle of a conversation, looking into the camera."
    },
    "studio_recipe": {
      "backdrop": {
        "kind": "plaster", "colour": "#b79a82", "relief": 0.13, "beam": 0.46, "beamAt": 0.58,
        "beamSoftness": 0.1, "roam": 0.14
      },
      "shadow": 0.2, "wrap": 0.14, "key": 0.42, "rim": null, "exposure": 0, "vignette": 0.14, "saturation": 0.9,
      "contrast": 0.6, "fade": 0.035,
      "grade": { "shadows": "#5a6a78", "highlights": "#f0c9a0", "strength": 0.1 },
      "grain": 0.018, "tint": [1.015, 1, 0.98]
    }
  },
  {
    "id": "cinematic", "name": "Cinematic", "category": "Premium",
    "description": "A city evening in teal and orange, far out of focus, and light as in a film still.",
    "position": 12, "premium": true, "surcharge": 1, "active": true, "engine": null,
    "example": "/examples/cinematic.webp",
    "negative_prompt": "illustration, painting, 3D render, plastic skin, airbrushed skin, changed face, text, logo, watermark, frame, second person, visible hands",
    "prompt": {
      "framing": "Head and shoulders, wide feeling, the person slightly off centre, face to the camera.",
      "wardrobe": "A dark jacket or coat over a plain top, without logos.",
      "background": "A city street at dusk, far behind, only large discs of orange and teal light, nobody recognizable.",
      "light": "A warm key light from one side, a cool teal fill, an orange edge light from behind.",
      "lens": "Full-frame camera, 85 mm at f/1.8, shallow depth of field, eyes sharp, teal and orange grade.",
      "expression": "Calm and intent, looking into the camera."
    },
    "studio_recipe": {
      "backdrop": {
        "kind": "scene", "above": "#0d3a44", "below": "#081a22",
        "layers": [
          { "shape": "columns", "from": -0.1, "to": 1.1, "left": -0.1, "right": 1.1, "light": 0.8, "colours": ["#114a56", "#0b2f3a", "#175a62"], "pitch": 0.22, "fill": 0.92, "ragged": 0.6, "rows": 1 },
          { "shape": "band", "from": 0.84, "to": 1.1, "left": 0, "right": 1, "light": 0.8, "colour": "#06141a" }
        ],
        "softness": 0.05,
        "discs": [
          { "from": 0.05, "to": 0.8, "left": 0.45, "right": 1.08, "light": 0.34, "colours": ["#ff9a3d", "#ffb968", "#ff7a2f"], "count": 24, "small": 0.03, "large": 0.085 },
          { "from": 0.05, "to": 0.7, "left": -0.08, "right": 0.5, "light": 0.16, "colours": ["#5fd0d8", "#bfeeee"], "count": 10, "small": 0.025, "large": 0.065 }
        ],
        "accents": [
          { "colour": "#e0782f", "x": 1.02, "y": 0.55, "radius": 0.5, "strength": 0.3 }
        ]
      },
      "shadow": 0.12, "wrap": 0.12, "key": 0.4,
      "rim": { "colour": "#ff9f55", "strength": 0.5, "both": false },
      "exposure": 0, "vignette": 0.18, "saturation": 0.97, "contrast": 0.7, "fade": 0.012,
      "grade": { "shadows": "#0f6a78", "highlights": "#ffb070", "strength": 0.13 },
      "grain": 0.014, "tint": [1.01, 1, 0.985]
    }
  }
]
$styles$);
