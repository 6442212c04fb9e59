package io.sluice.jobs.wiring;

import static org.apache.spark.sql.functions.col;

import io.sluice.dedup.cluster.DuplicateMethod;
import io.sluice.dedup.spark.MinHashDedup;
import io.sluice.ingest.run.PartSpec;
import io.sluice.ingest.stage.Counts;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Documents to verdicts: exact and MinHash duplicates. */
final class DedupJob implements Job {
  @Override
  public String name() {
    return "dedup";
  }

  @Override
  public String description() {
    return "Finds exact and near duplicates by signature; writes a verdict a document.";
  }

  @Override
  public JobResult run(JobContext context) throws IOException {
    Documents documents = Documents.of(context);
    PartSpec spec =
        new PartSpec("verdicts", "dedup-1", context.pipeline().dedup(), documents.inputs());
    return context.publish(
        name(),
        List.of(
            new JobContext.Part(
                spec, 0, (spark, folder, meter) -> write(context, documents, spark, folder))));
  }

  private static Counts write(
      JobContext context, Documents documents, SparkSession spark, Path folder) throws IOException {
    Path work = new Path(folder.getParent(), "_work");
    Dataset<Row> narrow =
        documents
            .narrow(spark)
            .select(
                col("id"),
                col("signature"),
                col("scores.quality").as("quality"),
                col("tokens").as("length"),
                col("timestamp"),
                col("lang"),
                col("file"),
                col("row"));
    MinHashDedup.Result result =
        new MinHashDedup(context.pipeline().dedup()).run(narrow, work.toString());
    List<String> methods =
        Arrays.stream(DuplicateMethod.values()).map(DuplicateMethod::id).toList();
    Counts counts = Verdicts.write(result.verdicts(), folder, documents.kept(), methods);
    work.getFileSystem(context.run().hadoop()).delete(work, true);
    return counts;
  }
}
