/**
 * What can be wrong with data, and how it is said: code, severity, place, sentence, hint.
 *
 * <p>Problems are collected, not thrown at the first. The texts live on the problem pages ({@link
 * dev.packhorse.formats.problem.Catalogue}); code only knows codes and values.
 */
package dev.packhorse.formats.problem;
