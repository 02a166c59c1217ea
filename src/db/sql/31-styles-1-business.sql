-- Business styles, as the product brings them; see 30-generation-styles.sql.
select style_seed($styles$
[
  {
    "id": "corporate", "name": "Corporate", "category": "Business",
    "description": "Neutral grey backdrop and even light. Fits a company page next to anybody else.",
    "position": 1, "premium": false, "surcharge": 0, "active": true, "engine": null,
    "example": "/examples/corporate.webp", "negative_prompt": null,
    "prompt": {
      "framing": "Head and shoulders, facing the camera with the shoulders turned slightly to one side, some space above the head.",
      "wardrobe": "A plain dark blazer over a light shirt or blouse, without logos, pins or patterns.",
      "background": "A seamless neutral grey studio backdrop, a little lighter behind the shoulders.",
      "light": "Even soft light from the front with a gentle shadow on one cheek.",
      "lens": "Full-frame camera, 85 mm at f/5.6, eyes sharp, backdrop smooth.",
      "expression": "Calm and approachable, a hint of a smile, looking into the camera."
    },
    "studio_recipe": {
      "backdrop": {
        "kind": "paper", "core": "#d6d8db", "edge": "#8f959c", "floor": "#82888f", "mottle": 0.012, "spread": 1,
        "lightX": 0, "lightY": 0, "roamX": 0.42, "roamY": 0.12, "roamSpread": 0.14, "accents": []
      },
      "shadow": 0.12, "wrap": 0.16, "vignette": 0.1, "saturation": 1, "contrast": 0.55, "tint": [1, 1, 1]
    }
  },
  {
    "id": "linkedin", "name": "LinkedIn", "category": "Business",
    "description": "Light blue backdrop, bright and open. Made for small round profile pictures.",
    "position": 2, "premium": false, "surcharge": 0, "active": true, "engine": null,
    "example": "/examples/linkedin.webp", "negative_prompt": null,
    "prompt": {
      "framing": "Head and shoulders, straight to the camera, the face large enough for a small round profile picture.",
      "wardrobe": "Smart casual: a plain fine-knit sweater or an open-collared shirt in a muted colour.",
      "background": "A plain light blue studio backdrop, bright and clean.",
      "light": "Bright open light from the front, soft shadows.",
      "lens": "Full-frame camera, 85 mm at f/4, eyes sharp, backdrop smooth.",
      "expression": "Open and friendly, a natural smile, looking into the camera."
    },
    "studio_recipe": {
      "backdrop": {
        "kind": "paper", "core": "#dbe8f4", "edge": "#8fb0cf", "floor": "#7ea2c4", "mottle": 0.008,
        "spread": 1.05, "lightX": 0.05, "lightY": 0, "roamX": 0.42, "roamY": 0.14, "roamSpread": 0.15,
        "accents": []
      },
      "shadow": 0.12, "wrap": 0.18, "vignette": 0.08, "saturation": 1.02, "contrast": 0.55,
      "tint": [0.995, 1, 1.008]
    }
  }
]
$styles$);
