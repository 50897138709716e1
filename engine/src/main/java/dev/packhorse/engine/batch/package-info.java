/**
 * Runs as Spring Batch jobs: the steps, their checkpoints, the store of jobs. The only package that
 * knows Spring.
 *
 * <pre>
 * MigrateJob   survey · one step for each segment · finish
 * segment step reader (batches) → processor (workers: rewrite, encode, compress) → writer (append)
 * checkpoint   cursor of the source + mark of the target, in the step's ExecutionContext
 * </pre>
 */
package dev.packhorse.engine.batch;
