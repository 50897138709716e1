/** File stores: a folder, an S3 bucket. */
package dev.packhorse.connectors.store;
