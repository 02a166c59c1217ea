-- Premium styles, as the product brings them; see 30-generation-styles.sql.
select style_seed($styles$
[
  {
    "id": "executive", "name": "Executive", "category": "Premium",
    "description": "Dark backdrop and modelled light. For board pages, press and speakers.",
    "position": 10, "premium": true, "surcharge": 1, "active": true, "engine": null,
    "example": "/examples/executive.webp", "negative_prompt": null,
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
        "kind": "paper", "core": "#565b63", "edge": "#17191d", "floor": "#101215", "mottle": 0.05,
        "spread": 0.82, "lightX": 0.06, "lightY": -0.02, "roamX": 0.36, "roamY": 0.12, "roamSpread": 0.14,
        "accents": []
      },
      "shadow": 0.12, "wrap": 0.04, "vignette": 0.22, "saturation": 0.97, "contrast": 0.8,
      "tint": [1.008, 1, 0.99]
    }
  }
]
$styles$);
