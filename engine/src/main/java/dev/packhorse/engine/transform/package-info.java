/**
 * What is changed in records on their way: the repairs. Every repair is a function of one record
 * without memory, so that a run that goes on after a cut mends exactly as before, and each reports
 * what it did.
 */
package dev.packhorse.engine.transform;
