package io.sluice.jobs.wiring;

import io.sluice.codecorpus.fim.Fim;
import io.sluice.codecorpus.fim.FimOrder;
import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.run.DatasetManifest;
import io.sluice.ingest.run.Json;
import io.sluice.ingest.run.PartManifest;
import io.sluice.ingest.run.PartSpec;
import io.sluice.ingest.stage.Counts;
import io.sluice.ingest.stage.InputItem;
import io.sluice.mixer.plan.ComponentSpec;
import io.sluice.mixer.plan.Inventory;
import io.sluice.mixer.plan.Plan;
import io.sluice.mixer.plan.Planner;
import io.sluice.mixer.plan.Recipe;
import io.sluice.mixer.plan.StagePlan;
import io.sluice.mixer.plan.StageSpec;
import io.sluice.mixer.shard.ShardWriter;
import io.sluice.mixer.shard.StageLedger;
import io.sluice.mixer.shard.StageManifest;
import io.sluice.mixer.spark.MixSettings;
import io.sluice.mixer.spark.MixStage;
import io.sluice.mixer.spark.SelectionStage;
import io.sluice.mixer.tokenize.MiddleFiller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Recipe and inventory to the shards of each stage, below {@code mix/<stage>/}. A stage whose plan
 * and documents are what they were is not written again.
 */
final class MixJob implements Job {
  @Override
  public String name() {
    return "mix";
  }

  @Override
  public String description() {
    return "Writes the staged shards of a recipe.";
  }

  @Override
  public void check(JobContext context) {
    Recipe unused = Recipes.load(context.pipeline().mix());
  }

  @Override
  public JobResult run(JobContext context) throws IOException {
    Recipe recipe = Recipes.load(context.pipeline().mix());
    DatasetFolder inventoryFolder = context.run().dataset("inventory");
    Inventory inventory = InventoryJob.read(inventoryFolder);
    Plan plan = Planner.plan(recipe, inventory);
    DatasetFolder folder = context.run().dataset(name());
    List<PartManifest> manifests = new ArrayList<>();
    int made = 0;
    for (StagePlan stage : plan.stages()) {
      if (stage.planned() == 0) {
        continue;
      }
      Stage work =
          new Stage(context, recipe, inventory, plan, stage, Documents.item(inventoryFolder));
      Optional<PartManifest> found = work.find(folder);
      manifests.add(found.isPresent() ? found.get() : work.make(folder, inventoryFolder));
      made += found.isPresent() ? 0 : 1;
    }
    Optional<DatasetManifest> before = folder.manifest();
    if (made == 0 && before.isPresent() && before.get().parts().size() == manifests.size()) {
      return new JobResult(name(), JobResult.Status.UNCHANGED, "unchanged", before.get());
    }
    DatasetManifest manifest = folder.publish(manifests);
    String note = made == manifests.size() ? "" : made + " of " + manifests.size() + " stages anew";
    return new JobResult(name(), JobResult.Status.DONE, note, manifest);
  }

  /** One stage to be written. */
  private record Stage(
      JobContext context,
      Recipe recipe,
      Inventory inventory,
      Plan plan,
      StagePlan planned,
      InputItem input) {

    private PartSpec spec() {
      StageSpec stage = recipe.stage(planned.stage());
      return new PartSpec(
          planned.stage(),
          "mix-1",
          List.of(
              stage,
              planned,
              recipe.seed(),
              recipe.levelCuts(),
              recipe.tierCuts(),
              recipe.shardTokens(),
              context.pipeline().mix().windowTokens(),
              context.pipeline().tokenizer(),
              context.pipeline().tokenizer().tokenizer().fingerprint()),
          List.of(input));
    }

    /** The note beside the stage's folder, which holds shards and their own manifest alone. */
    private Path note(DatasetFolder folder) {
      return new Path(folder.root(), planned.stage() + ".json");
    }

    Optional<PartManifest> find(DatasetFolder folder) throws IOException {
      Path shards = new Path(folder.folder(planned.stage()), "manifest.json");
      if (!folder.files().exists(note(folder)) || !folder.files().exists(shards)) {
        return Optional.empty();
      }
      PartManifest manifest = Json.read(folder.files(), note(folder), PartManifest.class);
      return Optional.of(manifest).filter(m -> m.fingerprint().equals(spec().fingerprint()));
    }

    PartManifest make(DatasetFolder folder, DatasetFolder inventoryFolder) throws IOException {
      SparkSession spark = context.session().spark();
      Path shards = folder.folder(planned.stage());
      folder.files().delete(note(folder), false);
      folder.files().delete(shards, true);
      long start = System.nanoTime();
      Counts counts =
          context.watched(
              "mix/" + planned.stage(),
              null,
              0,
              () -> write(InventoryJob.survivors(spark, inventoryFolder), shards));
      counts.check("mix/" + planned.stage());
      double seconds = Math.round((System.nanoTime() - start) / 1e7) / 100.0;
      long bytes = folder.files().getContentSummary(shards).getLength();
      PartManifest manifest = PartManifest.of(spec(), planned.stage(), counts, bytes, seconds);
      Json.write(folder.files(), note(folder), manifest);
      return manifest;
    }

    private Counts write(Dataset<Row> documents, Path shards) throws IOException {
      StageSpec stage = recipe.stage(planned.stage());
      Dataset<Row> chosen =
          new SelectionStage(recipe, inventory, plan).select(documents, planned.stage());
      MixSettings settings =
          new MixSettings(
              planned.stage(),
              recipe.seed(),
              stage.seqLen(),
              stage.packing(),
              Math.max(context.pipeline().mix().windowTokens(), stage.seqLen()),
              (int) planned.shards(),
              ShardWriter.groupRows(stage.seqLen()),
              context.pipeline().tokenizer(),
              filler(new Fim(stage.fimRate(), recipe.seed())));
      StageLedger ledger =
          MixStage.run(
              chosen,
              settings,
              Math.max(1, chosen.sparkSession().sparkContext().defaultParallelism()),
              shards.toString());
      StageManifest.of(
              planned.stage(),
              recipe.name(),
              Json.hash(recipe),
              settings.tokenizer(),
              recipe.seed(),
              stage.seqLen(),
              stage.packing().id(),
              stage.components().stream().map(ComponentSpec::name).toList(),
              ledger)
          .write(shards, context.run().hadoop());
      TreeMap<String, Long> totals = new TreeMap<>();
      totals.put("tokens", ledger.tokens());
      totals.put("padding", ledger.padding());
      totals.put("sequences", ledger.rows());
      return new Counts(chosen.count(), ledger.documents(), 0, 0, new TreeMap<>(), totals);
    }

    private static MiddleFiller filler(Fim fim) {
      return (id, epoch, text) ->
          fim.plan(id, epoch, text)
              .map(p -> new MiddleFiller.Cuts(p.cut1(), p.cut2(), p.order() == FimOrder.SPM))
              .orElse(null);
    }
  }
}
