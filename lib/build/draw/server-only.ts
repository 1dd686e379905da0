// Takes the place of the package `server-only`, which refuses to be loaded outside of the framework. We are the server.
export {};
