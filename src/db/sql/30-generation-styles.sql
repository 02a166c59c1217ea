-- The styles there are. Seeded once each; what staff edit afterwards stays, because an existing row is left alone.
insert into style (id, name, category, description, studio_recipe, example, premium, surcharge, position) values
  ('corporate', 'Corporate', 'Business',
    'Neutral grey backdrop and even light. Fits a company page next to anybody else.',
    'corporate', '/examples/corporate.webp', false, 0, 1),
  ('linkedin', 'LinkedIn', 'Business',
    'Light blue backdrop, bright and open. Made for small round profile pictures.',
    'linkedin', '/examples/linkedin.webp', false, 0, 2),
  ('creative', 'Creative', 'Creative',
    'Colour behind you, from teal to copper, with a warmer light on the face.',
    'creative', '/examples/creative.webp', false, 0, 3),
  ('executive', 'Executive', 'Premium',
    'Dark backdrop and modelled light. For board pages, press and speakers.',
    'executive', '/examples/executive.webp', true, 1, 4)
on conflict (id) do nothing;
