package io.sluice.filters.quality;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.text.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Teaches a {@link LinearModel} with Deeplearning4j: averaged feature vectors of a text, a dense
 * layer without bias or activation (the embeddings), a logistic output, binary cross-entropy, Adam.
 * The embeddings start at zero and the output at random, so a bucket never seen keeps the weight 0.
 *
 * <p>The same texts and settings give the same model to the byte on the same machine. Start the JVM
 * with {@code OMP_NUM_THREADS=1}: faster where cores are shared, and the order of additions is then
 * fixed.
 */
public final class LinearTrainer {
  private final TrainingSettings settings;
  private final HashedFeatures features;

  public LinearTrainer(TrainingSettings settings) {
    this.settings = settings;
    this.features = new HashedFeatures(FeatureSpec.of(settings.bits()));
  }

  /**
   * Teaches and measures a model.
   *
   * @param texts both classes must be among those not held out
   * @param name of the model
   * @param version of the model
   * @param language ISO 639-3 code, or {@code mul}
   * @return the model; what was measured is in its {@link ModelCard#report}
   * @throws UserError where the texts hold but one class
   */
  public LinearModel train(List<LabelledText> texts, String name, String version, String language) {
    List<LabelledText> taught = new ArrayList<>();
    List<LabelledText> held = new ArrayList<>();
    for (LabelledText text : texts) {
      boolean apart =
          Draw.uniform(settings.seed(), "quality held out", text.group()) < settings.heldOut();
      (apart ? held : taught).add(text);
    }
    long positives = taught.stream().filter(LabelledText::high).count();
    if (positives == 0 || positives == taught.size()) {
      throw new UserError(
          "labelled texts: "
              + taught.size()
              + " to learn from, "
              + positives
              + " of them with label 1",
          "give texts of both labels, from more documents");
    }
    MultiLayerNetwork network = fit(taught);
    String fingerprint = LabelledTexts.fingerprint(texts).hex();
    // The model that measures has an empty report; the one that is returned holds the result.
    TrainingReport none =
        new TrainingReport(taught.size(), positives, new BinaryMetrics(0, 0, 0, 0, 0.5), 0.5);
    ModelCard draft =
        new ModelCard(name, version, language, features.spec(), settings, fingerprint, none);
    LinearModel model = collapse(network, draft);
    TrainingReport report = measure(model, held, none);
    ModelCard card =
        new ModelCard(name, version, language, features.spec(), settings, fingerprint, report);
    return new LinearModel(card, model.bias(), model.weights());
  }

  /** The taught network itself. Inputs are rows of {@link Bags}, the output is P(high quality). */
  MultiLayerNetwork fit(List<LabelledText> texts) {
    MultiLayerNetwork network = network();
    Bags bags = new Bags(features);
    boolean[] used = bags.used(texts, settings.minGroups());
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      List<LabelledText> order = shuffled(texts, epoch);
      for (int from = 0; from < order.size(); from += settings.batch()) {
        List<LabelledText> batch =
            order.subList(from, Math.min(from + settings.batch(), order.size()));
        float[] labels = new float[batch.size()];
        for (int i = 0; i < labels.length; i++) {
          labels[i] = batch.get(i).high() ? 1 : 0;
        }
        try (INDArray x = matrix(bags.rows(batch, used), batch.size());
            INDArray y = matrix(labels, batch.size())) {
          network.fit(x, y);
        }
      }
    }
    return network;
  }

  /** The network's function as one weight a bucket; products are summed in double precision. */
  static LinearModel collapse(MultiLayerNetwork network, ModelCard card) {
    float[][] embeddings = network.getLayer(0).getParam("W").toFloatMatrix();
    float[] output = network.getLayer(1).getParam("W").dup('c').data().asFloat();
    float[] weights = new float[embeddings.length];
    for (int bucket = 0; bucket < weights.length; bucket++) {
      double sum = 0;
      for (int i = 0; i < output.length; i++) {
        sum += (double) embeddings[bucket][i] * output[i];
      }
      weights[bucket] = (float) sum;
    }
    return new LinearModel(card, network.getLayer(1).getParam("b").getFloat(0), weights);
  }

  private MultiLayerNetwork network() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(settings.seed())
                .updater(new Adam(settings.learningRate()))
                .list()
                .layer(
                    new DenseLayer.Builder()
                        .nIn(features.spec().buckets())
                        .nOut(settings.dimension())
                        .hasBias(false)
                        .weightInit(WeightInit.ZERO)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(
                    new OutputLayer.Builder(LossFunction.XENT)
                        .nIn(settings.dimension())
                        .nOut(1)
                        .weightInit(WeightInit.XAVIER)
                        .activation(Activation.SIGMOID)
                        .build())
                .build());
    network.init();
    return network;
  }

  private static INDArray matrix(float[] rows, int count) {
    return Nd4j.create(rows, new long[] {count, rows.length / count}, 'c');
  }

  private List<LabelledText> shuffled(List<LabelledText> texts, int epoch) {
    long[] keys = new long[texts.size()];
    Integer[] order = new Integer[texts.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Draw.bits(settings.seed(), "quality epoch " + epoch, Integer.toString(i));
      order[i] = i;
    }
    Arrays.sort(
        order,
        (a, b) -> keys[a] != keys[b] ? Long.compare(keys[a], keys[b]) : Integer.compare(a, b));
    return Arrays.stream(order).map(texts::get).toList();
  }

  private static TrainingReport measure(
      LinearModel model, List<LabelledText> held, TrainingReport taught) {
    return new TrainingReport(
        taught.examples(), taught.positives(), metrics(model, held), lengthRocAuc(held));
  }

  /** How well a model separates labelled texts. */
  public static BinaryMetrics metrics(LinearModel model, List<LabelledText> texts) {
    return BinaryMetrics.of(
        texts.stream().mapToDouble(t -> model.score(t.text())).toArray(), labels(texts));
  }

  /** What length alone would reach; see {@link TrainingReport}. */
  public static double lengthRocAuc(List<LabelledText> texts) {
    double area =
        BinaryMetrics.of(
                texts.stream().mapToDouble(t -> t.text().length()).toArray(), labels(texts))
            .rocAuc();
    return Math.max(area, 1 - area);
  }

  private static boolean[] labels(List<LabelledText> texts) {
    boolean[] labels = new boolean[texts.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = texts.get(i).high();
    }
    return labels;
  }
}
