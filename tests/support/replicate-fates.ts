/** What becomes of predictions at the stand-in for Replicate. */
import { type Fate, problem, type RawAnswer, type ReplicateStandIn } from './replicate';

/** A call is refused. */
export const answers =
  (status: number, headers = {}): RawAnswer =>
  (response) =>
    problem(response, status, 'The request failed.', headers);

/** A call goes well, with something that is no answer. */
export const says =
  (body: string): RawAnswer =>
  (response) =>
    void response.writeHead(200).end(body);

/** A prediction that fails, with the vendor's words. */
export const fails =
  (error: string): Fate =>
  (prediction) => {
    Object.assign(prediction, { status: 'failed', error });
  };

/** One that is over without a picture. */
export const ends =
  (status: 'canceled' | 'aborted'): Fate =>
  (prediction) => {
    prediction.status = status;
  };

/** One that succeeds with whatever this is. */
export const outputs =
  (output: (api: ReplicateStandIn) => unknown): Fate =>
  (prediction, api) => {
    Object.assign(prediction, { status: 'succeeded', output: output(api) });
  };
