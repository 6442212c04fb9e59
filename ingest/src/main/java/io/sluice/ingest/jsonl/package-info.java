/** Documents as JSON lines, a line a document. */
package io.sluice.ingest.jsonl;
