-- Specialized styles, as the product brings them; see 30-generation-styles.sql.
select style_seed($styles$
[
  {
    "id": "medical", "name": "Medical", "category": "Specialized",
    "description": "A bright clinic corridor in white and pale green, out of focus. Calm light that inspires trust.",
    "position": 8, "premium": false, "surcharge": 0, "active": true, "engine": null,
    "example": "/examples/medical.webp",
    "negative_prompt": "illustration, painting, 3D render, plastic skin, airbrushed skin, changed face, text, logo, watermark, frame, second person, visible hands",
    "prompt": {
      "framing": "Head and shoulders, facing the camera, upright, some space above the head.",
      "wardrobe": "A clean white coat over a plain shirt or blouse, or plain scrubs in a muted green or blue; no badge, no name, no stethoscope.",
      "background": "A bright clinic corridor in white and pale green, strongly out of focus, nobody in it.",
      "light": "Bright soft light from the front, open shadows, neutral colour.",
      "lens": "Full-frame camera, 85 mm at f/2.8, eyes sharp, corridor out of focus.",
      "expression": "Kind and attentive, a slight smile, looking into the camera."
    },
    "studio_recipe": {
      "backdrop": {
        "kind": "scene", "above": "#e3f0ec", "below": "#bcd5cf",
        "layers": [
          { "shape": "columns", "from": -0.1, "to": 0.72, "left": -0.05, "right": 0.5, "light": 1.15, "colours": ["#ffffff", "#dcefe9", "#cfe8e0"], "pitch": 0.24, "fill": 0.82, "ragged": 0.1, "rows": 1 },
          { "shape": "band", "from": 0.1, "to": 0.9, "left": 0.7, "right": 0.92, "light": 0.95, "colour": "#9fc9be" },
          { "shape": "band", "from": 0.16, "to": 0.9, "left": 0.735, "right": 0.885, "light": 1, "colour": "#e8f1ef" },
          { "shape": "band", "from": 0.72, "to": 0.755, "left": 0, "right": 0.7, "light": 0.9, "colour": "#86b5a9" },
          { "shape": "band", "from": 0.755, "to": 1.1, "left": 0, "right": 1, "light": 0.95, "colour": "#cddfda" }
        ],
        "softness": 0.03,
        "discs": [
          { "from": -0.02, "to": 0.08, "left": 0, "right": 1, "light": 0.22, "colours": ["#ffffff"], "count": 4, "small": 0.04, "large": 0.06 }
        ],
        "accents": [
          { "colour": "#ffffff", "x": 0.2, "y": 0, "radius": 0.6, "strength": 0.4 }
        ]
      },
      "shadow": 0.12, "wrap": 0.2, "key": 0.08, "rim": null, "exposure": 0.08, "vignette": 0.04,
      "saturation": 0.98, "contrast": 0.5, "fade": 0, "grade": null, "grain": 0.009,
      "tint": [0.995, 1.002, 1.003]
    }
  },
  {
    "id": "legal", "name": "Legal", "category": "Specialized",
    "description": "A library of leather and dark wood behind you, out of focus, with light from one side.",
    "position": 9, "premium": false, "surcharge": 0, "active": true, "engine": null,
    "example": "/examples/legal.webp",
    "negative_prompt": "illustration, painting, 3D render, plastic skin, airbrushed skin, changed face, text, logo, watermark, frame, second person, visible hands",
    "prompt": {
      "framing": "Head and shoulders, upright, shoulders turned slightly, facing the camera.",
      "wardrobe": "A dark navy or charcoal suit jacket over a white shirt or blouse, restrained, no robe, no wig.",
      "background": "A law library with leather-bound books on dark wooden shelves, out of focus.",
      "light": "Warm soft key light from one side, moderate shadow on the other.",
      "lens": "Full-frame camera, 85 mm at f/2.8, eyes sharp, shelves out of focus.",
      "expression": "Composed and trustworthy, a slight smile, looking into the camera."
    },
    "studio_recipe": {
      "backdrop": {
        "kind": "scene", "above": "#33241a", "below": "#1a120d",
        "layers": [
          { "shape": "columns", "from": -0.06, "to": 1.14, "left": -0.05, "right": 1.05, "light": 1.15, "colours": ["#5c2a22", "#3d4a35", "#6e4f2f", "#2f3a4a", "#7a6140", "#4a2119", "#8a744f"], "pitch": 0.045, "fill": 0.93, "ragged": 0.55, "rows": 5 },
          { "shape": "band", "from": -0.1, "to": 1.1, "left": 0.44, "right": 0.475, "light": 1, "colour": "#20150e" },
          { "shape": "band", "from": -0.1, "to": 1.1, "left": 0.96, "right": 1.05, "light": 1, "colour": "#1a110b" }
        ],
        "softness": 0.014, "discs": [],
        "accents": [
          { "colour": "#c98f4e", "x": 0, "y": 0.12, "radius": 0.75, "strength": 0.34 },
          { "colour": "#0e0907", "x": 1.05, "y": 0.8, "radius": 0.6, "strength": 0.5 }
        ]
      },
      "shadow": 0.12, "wrap": 0.06, "key": 0.35, "rim": null, "exposure": 0, "vignette": 0.2, "saturation": 0.97,
      "contrast": 0.75, "fade": 0, "grade": null, "grain": 0.009, "tint": [1.012, 1, 0.982]
    }
  }
]
$styles$);
