package dev.packhorse.connectors.server.api;

/**
 * What a server says when it refuses (rest-api reference 1.5).
 *
 * @param id such as {@code api.context.permissions.app_error}; a hint, as it changes with versions
 * @param message in the language of the account
 * @param requestId by which the server's own log can be searched
 */
public record ApiError(String id, String message, String requestId) {}
