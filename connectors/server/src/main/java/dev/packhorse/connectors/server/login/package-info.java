/** Who one is: tokens, stored logins, passwords and second factors. */
package dev.packhorse.connectors.server.login;
