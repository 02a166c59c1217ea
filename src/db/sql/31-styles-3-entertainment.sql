-- Entertainment styles, as the product brings them; see 30-generation-styles.sql.
select style_seed($styles$
[
  {
    "id": "actor", "name": "Actor", "category": "Entertainment",
    "description": "Deep shadow and one strong light, as on a casting card. The face tells the story.",
    "position": 6, "premium": true, "surcharge": 1, "active": true, "engine": null,
    "example": "/examples/actor.webp",
    "negative_prompt": "illustration, painting, 3D render, plastic skin, airbrushed skin, changed face, text, logo, watermark, frame, second person, visible hands",
    "prompt": {
      "framing": "Head and shoulders, close, the eyes in the upper third, shoulders turned to the light.",
      "wardrobe": "A plain dark crew-neck, shirt or simple jacket without patterns, shoulders covered.",
      "background": "A nearly black backdrop with a faint warm glow on one side.",
      "light": "One strong soft key light from the side and above, deep but readable shadow on the other cheek, a faint edge light on the hair.",
      "lens": "Full-frame camera, 85 mm at f/4, eyes sharp.",
      "expression": "Present and natural, thoughtful, looking into the camera."
    },
    "studio_recipe": {
      "backdrop": {
        "kind": "paper", "core": "#5c4c40", "edge": "#0e0c0b", "floor": "#080707", "mottle": 0.06,
        "spread": 0.62, "lightX": -0.34, "lightY": -0.06, "roamX": 0.12, "roamY": 0.1, "roamSpread": 0.12,
        "accents": []
      },
      "shadow": 0.12, "wrap": 0.05, "key": 0.95,
      "rim": { "colour": "#cfd8e6", "strength": 0.3, "both": false },
      "exposure": 0.1, "vignette": 0.3, "saturation": 0.9, "contrast": 1.05, "fade": 0, "grade": null,
      "grain": 0.014, "tint": [1.012, 1, 0.985]
    }
  },
  {
    "id": "model", "name": "Model", "category": "Entertainment",
    "description": "Pure white, bright and clean, nothing to distract. For agency cards and books.",
    "position": 7, "premium": true, "surcharge": 1, "active": true, "engine": null,
    "example": "/examples/model.webp",
    "negative_prompt": "illustration, painting, 3D render, plastic skin, airbrushed skin, changed face, text, logo, watermark, frame, second person, visible hands, swimwear, lingerie, bare chest, suggestive pose, heavy make-up",
    "prompt": {
      "framing": "Head and shoulders, straight to the camera, the head upright, even space on both sides.",
      "wardrobe": "A plain, well-fitting black or white crew-neck top that covers shoulders and chest, no jewellery that was not there before.",
      "background": "A seamless pure white studio backdrop without a horizon.",
      "light": "Bright even light from two large soft boxes, very soft shadow below the chin.",
      "lens": "Full-frame camera, 105 mm at f/8, eyes sharp, backdrop white.",
      "expression": "Neutral and relaxed, the mouth closed, looking into the camera."
    },
    "studio_recipe": {
      "backdrop": {
        "kind": "paper", "core": "#ffffff", "edge": "#e9e9e8", "floor": "#e0e0df", "mottle": 0.004,
        "spread": 1.25, "lightX": 0, "lightY": 0, "roamX": 0.42, "roamY": 0.14, "roamSpread": 0.16,
        "accents": []
      },
      "shadow": 0.07, "wrap": 0.2, "key": 0, "rim": null, "exposure": 0.14, "vignette": 0, "saturation": 0.94,
      "contrast": 0.42, "fade": 0, "grade": null, "grain": 0.006, "tint": [1, 1, 1]
    }
  }
]
$styles$);
