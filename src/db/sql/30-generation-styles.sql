-- How the product brings its styles: the files 31-styles-*.sql each hand over a list of them.
--
-- A style that is not there yet is written with its first version. One whose last version is the product's gets a new version when the
-- list says something else. One that staff have edited, even back, is theirs and stays.

create or replace trigger style_version_append_only before update or delete on style_version
  for each row execute function refuse_change();
create or replace trigger style_version_no_truncate before truncate on style_version
  for each statement execute function refuse_change();

-- Columns that a style and its versions have in common, as one document.
create or replace function style_content(p_style style) returns jsonb language sql immutable as $$
  select to_jsonb(p_style) - 'id' - 'version'
$$;

-- Writes down what the style's row says now as the version whose number it has.
create or replace function style_keep_version(p_id text, p_author text, p_reason text) returns void language sql as $$
  insert into style_version
  select kept.* from style s, jsonb_populate_record(null::style_version, style_content(s) || jsonb_build_object(
    'style_id', s.id, 'version', s.version, 'author', p_author, 'reason', p_reason, 'created_at', clock_timestamp()
  )) kept
  where s.id = p_id
$$;

-- Takes a list of styles with all their columns.
create or replace function style_seed(p_styles jsonb) returns void language plpgsql as $$
declare
  seed style;
  known style;
  last_author text;
begin
  for seed in select * from jsonb_populate_recordset(null::style, p_styles) loop
    seed.version := 1;
    insert into style select seed.* on conflict (id) do nothing;
    if found then
      perform style_keep_version(seed.id, 'product', 'The product''s own.');
      continue;
    end if;
    select * into known from style where id = seed.id for update;
    select author into last_author from style_version where style_id = seed.id order by version desc limit 1;
    if last_author is null then
      -- From before there were versions, when a recipe was a name in the code. Nobody knows who wrote the rest, so it stays.
      update style set studio_recipe = seed.studio_recipe, prompt = coalesce(prompt, seed.prompt) where id = seed.id;
      perform style_keep_version(seed.id, 'before versions', 'As it was when versions came.');
    elsif last_author = 'product' and style_content(known) <> style_content(seed) then
      update style set version = known.version + 1, name = seed.name, category = seed.category,
        description = seed.description, studio_recipe = seed.studio_recipe, prompt = seed.prompt,
        negative_prompt = seed.negative_prompt, engine = seed.engine, example = seed.example, premium = seed.premium,
        surcharge = seed.surcharge, active = seed.active, position = seed.position
      where id = seed.id;
      perform style_keep_version(seed.id, 'product', 'A newer version of the product.');
    end if;
  end loop;
end $$;
