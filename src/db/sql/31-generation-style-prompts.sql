-- What AI engines are told about each style. Like the styles: seeded once, what staff edit afterwards stays.
update style set prompt = seed.prompt
from (values
  ('corporate', jsonb_build_object(
    'framing', 'Head and shoulders, facing the camera with the shoulders turned slightly to one side, some space above the head.',
    'wardrobe', 'A plain dark blazer over a light shirt or blouse, without logos, pins or patterns.',
    'background', 'A seamless neutral grey studio backdrop, a little lighter behind the shoulders.',
    'light', 'Even soft light from the front with a gentle shadow on one cheek.',
    'lens', 'Full-frame camera, 85 mm at f/5.6, eyes sharp, backdrop smooth.',
    'expression', 'Calm and approachable, a hint of a smile, looking into the camera.')),
  ('linkedin', jsonb_build_object(
    'framing', 'Head and shoulders, straight to the camera, the face large enough for a small round profile picture.',
    'wardrobe', 'Smart casual: a plain fine-knit sweater or an open-collared shirt in a muted colour.',
    'background', 'A plain light blue studio backdrop, bright and clean.',
    'light', 'Bright open light from the front, soft shadows.',
    'lens', 'Full-frame camera, 85 mm at f/4, eyes sharp, backdrop smooth.',
    'expression', 'Open and friendly, a natural smile, looking into the camera.')),
  ('creative', jsonb_build_object(
    'framing', 'Head and shoulders, body turned a little to the side, face to the camera, slightly off centre.',
    'wardrobe', 'A plain dark crew-neck or overshirt with a visible fabric texture.',
    'background', 'A painted studio backdrop that runs from deep teal to warm copper, out of focus.',
    'light', 'A warm key light from one side and a weak cool light from the other.',
    'lens', 'Full-frame camera, 85 mm at f/2.8, eyes sharp, backdrop out of focus.',
    'expression', 'Relaxed and attentive, looking into the camera.')),
  ('executive', jsonb_build_object(
    'framing', 'Head and shoulders, chin level, shoulders turned slightly, facing the camera.',
    'wardrobe', 'A well-cut charcoal suit jacket over a white shirt or blouse, without jewellery that was not there before.',
    'background', 'A dark charcoal studio backdrop with a soft glow behind the shoulders.',
    'light', 'One large soft key light from the side that models the face, a faint edge light on the hair.',
    'lens', 'Full-frame camera, 105 mm at f/5.6, eyes sharp.',
    'expression', 'Composed and confident, the mouth closed, looking into the camera.'))
) as seed (id, prompt)
where style.id = seed.id and style.prompt is null;
