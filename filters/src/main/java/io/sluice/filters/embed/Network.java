package io.sluice.filters.embed;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.sluice.ingest.config.UserError;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A loaded network, shared by every thread of the JVM: ONNX Runtime's {@code OrtSession.run} may be
 * called from several threads at once. Loaded at first use and held until the JVM ends, since a
 * task is much shorter than the JVM and loading costs a tenth of a second and some 50 MB.
 */
final class Network {
  private static final Map<SentenceModel, Network> LOADED = new ConcurrentHashMap<>();

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String name;
  private final String output;
  private final int dimension;

  private Network(SentenceModel model) throws OrtException {
    byte[] bytes = model.networkBytes();
    name = model.name(bytes);
    environment = OrtEnvironment.getEnvironment();
    environment.setTelemetry(false);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(bytes, options);
    }
    Map.Entry<String, NodeInfo> tokens = tokenVectors(session, model);
    output = tokens.getKey();
    long[] shape = ((TensorInfo) tokens.getValue().getInfo()).getShape();
    dimension = Math.toIntExact(shape[2]);
  }

  private static Map.Entry<String, NodeInfo> tokenVectors(OrtSession session, SentenceModel model)
      throws OrtException {
    for (Map.Entry<String, NodeInfo> entry : session.getOutputInfo().entrySet()) {
      if (entry.getValue().getInfo() instanceof TensorInfo info
          && info.getShape().length == 3
          && info.getShape()[2] > 0) {
        return entry;
      }
    }
    throw new UserError(
        "model: " + model.onnx() + " has no output of shape (batch, tokens, dimension)",
        "export the model with its last hidden state as output");
  }

  /** The network of a model, loaded where it is not yet. */
  static Network of(SentenceModel model) {
    return LOADED.computeIfAbsent(
        model,
        key -> {
          try {
            return new Network(key);
          } catch (OrtException e) {
            if (key.embedded()) {
              throw new IllegalStateException("cannot load " + key.onnx(), e);
            }
            throw new UserError(
                "model: cannot load " + key.onnx() + " (" + e.getMessage() + ")",
                "give an ONNX file of a BERT-like sentence model");
          }
        });
  }

  String name() {
    return name;
  }

  int dimension() {
    return dimension;
  }

  /**
   * Runs one text and pools its token vectors.
   *
   * @return {@link #dimension()} values, not normalised
   */
  float[] run(long[] ids, Pooling pooling) {
    long[] shape = {1, ids.length};
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape)) {
      Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
      inputs.put("input_ids", input);
      inputs.put("attention_mask", mask);
      inputs.put("token_type_ids", types);
      inputs.keySet().retainAll(session.getInputNames());
      try (OrtSession.Result result = session.run(inputs)) {
        OnnxTensor tokens = (OnnxTensor) result.get(output).orElseThrow();
        return pool(tokens.getFloatBuffer(), ids.length, pooling);
      }
    } catch (OrtException e) {
      throw new IllegalStateException(name + " failed on " + ids.length + " tokens", e);
    }
  }

  private float[] pool(FloatBuffer tokens, int count, Pooling pooling) {
    float[] vector = new float[dimension];
    tokens.get(vector);
    if (pooling == Pooling.MEAN) {
      float[] next = new float[dimension];
      for (int t = 1; t < count; t++) {
        tokens.get(next);
        for (int d = 0; d < dimension; d++) {
          vector[d] += next[d];
        }
      }
      for (int d = 0; d < dimension; d++) {
        vector[d] /= count;
      }
    }
    return vector;
  }
}
