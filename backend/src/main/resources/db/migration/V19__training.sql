-- Trainings of before one could choose renderer, levels, optimiser and losses: what they did, in today's words.
update likeness set settings = jsonb_build_object(
        'renderer', 'retrieval+residual',
        'device', 'cpu',
        'resolution', settings -> 'resolution',
        'channels', jsonb_build_array(
            (settings ->> 'channels')::int, 2 * (settings ->> 'channels')::int,
            4 * (settings ->> 'channels')::int, 6 * (settings ->> 'channels')::int),
        'activation', 'leaky-relu',
        'steps', settings -> 'steps',
        'patience', 0,
        'batch', settings -> 'batch',
        'learningRate', settings -> 'learningRate',
        'optimiser', 'adam',
        'loss', jsonb_build_object(
            'pixel', 1, 'mouth', 3, 'temporal', 0, 'gradient', 0, 'adversarial', 0, 'adversarialFrom', 0),
        'seed', settings -> 'seed')
where jsonb_typeof(settings -> 'channels') = 'number';

alter table likeness_curve add column previewed boolean not null default false;
comment on column likeness_curve.previewed is 'Whether a sealed sample picture of this step lies beside the model.';
