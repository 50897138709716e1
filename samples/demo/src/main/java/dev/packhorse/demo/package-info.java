/** A Mattermost server's database and files, made up for the command {@code demo}. */
package dev.packhorse.demo;
