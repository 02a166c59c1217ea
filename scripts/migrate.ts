import { connect } from '@/adapters/database/connect';
import { env } from '@/env';

const connection = await connect(env());
await connection.close();
process.stdout.write('Database is up to date.\n');
