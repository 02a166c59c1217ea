-- Business styles, as the product brings them; see 30-generation-styles.sql.
select style_seed($styles$
[
  {
    "id": "corporate", "name": "Corporate", "category": "Business",
    "description": "Neutral grey backdrop and even light. Fits a company page next to anybody else.",
    "position": 1, "premium": false, "surcharge": 0, "active": true, "engine": null,
    "example": "/examples/corporate.webp",
    "negative_prompt": "illustration, painting, 3D render, plastic skin, airbrushed skin, changed face, text, logo, watermark, frame, second person, visible hands",
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
      "shadow": 0.12, "wrap": 0.16, "key": 0.1, "rim": null, "exposure": 0, "vignette": 0.1, "saturation": 1,
      "contrast": 0.55, "fade": 0, "grade": null, "grain": 0.009, "tint": [1, 1, 1]
    }
  },
  {
    "id": "linkedin", "name": "LinkedIn", "category": "Business",
    "description": "Light blue backdrop, bright and open. Made for small round profile pictures.",
    "position": 2, "premium": false, "surcharge": 0, "active": true, "engine": null,
    "example": "/examples/linkedin.webp",
    "negative_prompt": "illustration, painting, 3D render, plastic skin, airbrushed skin, changed face, text, logo, watermark, frame, second person, visible hands",
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
      "shadow": 0.12, "wrap": 0.18, "key": 0, "rim": null, "exposure": 0.05, "vignette": 0.08,
      "saturation": 1.02, "contrast": 0.55, "fade": 0, "grade": null, "grain": 0.009, "tint": [0.995, 1, 1.008]
    }
  },
  {
    "id": "casual-professional", "name": "Casual professional", "category": "Business",
    "description": "A bright office behind you, out of focus, and daylight from its windows.",
    "position": 3, "premium": false, "surcharge": 0, "active": true, "engine": null,
    "example": "/examples/casual-professional.webp",
    "negative_prompt": "illustration, painting, 3D render, plastic skin, airbrushed skin, changed face, text, logo, watermark, frame, second person, visible hands",
    "prompt": {
      "framing": "Head and shoulders, relaxed posture, shoulders turned a little, facing the camera.",
      "wardrobe": "Smart casual without a tie: an open-collared shirt, a fine-knit sweater or an unstructured jacket, plain and muted.",
      "background": "A bright modern office with windows and a few plants, far behind and strongly out of focus, nobody in it.",
      "light": "Soft daylight from a large window at one side, a little fill from the room.",
      "lens": "Full-frame camera, 85 mm at f/2, eyes sharp, room out of focus.",
      "expression": "Relaxed and friendly, a natural smile, looking into the camera."
    },
    "studio_recipe": {
      "backdrop": {
        "kind": "scene", "above": "#d8cfc0", "below": "#8d7a66",
        "layers": [
          { "shape": "band", "from": -0.1, "to": 0.7, "left": 0, "right": 1, "light": 1, "colour": "#b8a892" },
          { "shape": "columns", "from": -0.1, "to": 0.6, "left": -0.05, "right": 0.6, "light": 1.7, "colours": ["#f3f1ea", "#fbf3e2", "#e4edf1"], "pitch": 0.3, "fill": 0.84, "ragged": 0.15, "rows": 1 },
          { "shape": "band", "from": 0.68, "to": 0.78, "left": 0, "right": 1, "light": 0.8, "colour": "#a98e70" },
          { "shape": "band", "from": 0.78, "to": 1.1, "left": 0, "right": 1, "light": 0.7, "colour": "#6f5a45" },
          { "shape": "blobs", "from": 0.4, "to": 0.72, "left": 0.74, "right": 1.05, "light": 0.8, "colours": ["#5f7350", "#7d8f62", "#4c5f45"], "count": 14, "small": 0.03, "large": 0.1 },
          { "shape": "blobs", "from": 0.7, "to": 0.86, "left": 0, "right": 0.7, "light": 0.8, "colours": ["#46505a", "#8a6a4c"], "count": 6, "small": 0.04, "large": 0.09 }
        ],
        "softness": 0.032, "discs": [],
        "accents": [
          { "colour": "#fff4dd", "x": 0.05, "y": 0.2, "radius": 0.7, "strength": 0.32 }
        ]
      },
      "shadow": 0.12, "wrap": 0.2, "key": 0.22, "rim": null, "exposure": 0, "vignette": 0.08, "saturation": 1.03,
      "contrast": 0.5, "fade": 0, "grade": null, "grain": 0.009, "tint": [1.012, 1, 0.985]
    }
  }
]
$styles$);
