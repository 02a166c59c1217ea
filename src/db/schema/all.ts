/** Every table, for the drizzle client and for migrations. Features import from their domain's file instead. */
export * from './admin';
export * from './api-keys';
export * from './audit';
export * from './auth';
export * from './billing';
export * from './credits';
export * from './demo';
export * from './generation';
export * from './headshots';
export * from './limits';
export * from './notifications';
export * from './organizations';
export * from './privacy';
export * from './uploads';
