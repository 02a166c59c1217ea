// `server-only` throws outside a React server build; tests are the server.
export {};
