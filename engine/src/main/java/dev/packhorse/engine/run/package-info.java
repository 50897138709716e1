/**
 * What a run does, without any framework: read the source, decide on every record, keep the books.
 * {@code batch} makes restartable jobs of it, {@code cli} makes commands.
 */
package dev.packhorse.engine.run;
