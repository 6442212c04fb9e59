package io.sluice.filters.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.text.Hash128;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A model's file, little-endian: the 8 bytes {@code SLUICELM}; int32 format, 1; int32 length of the
 * header in bytes; the header, a {@link ModelCard} as JSON in UTF-8; float32 bias; float32 a
 * bucket; and the 128-bit hash of everything before it (seed 0, high then low). Nothing follows.
 */
final class ModelFile {
  private static final byte[] MAGIC = "SLUICELM".getBytes(StandardCharsets.US_ASCII);
  private static final int FORMAT = 1;
  private static final int PREFIX = MAGIC.length + 8;
  private static final int HASH = 16;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private ModelFile() {}

  static void write(LinearModel model, OutputStream out) throws IOException {
    byte[] header = JSON.writeValueAsBytes(model.card());
    float[] weights = model.weights();
    byte[] body = new byte[PREFIX + header.length + 4 + weights.length * 4];
    ByteBuffer fields = little(body);
    fields.put(MAGIC).putInt(FORMAT).putInt(header.length).put(header).putFloat(model.bias());
    for (float weight : weights) {
      fields.putFloat(weight);
    }
    Hash128 hash = Hash128.of(0, body);
    byte[] tail = new byte[HASH];
    little(tail).putLong(hash.high()).putLong(hash.low());
    out.write(body);
    out.write(tail);
  }

  static byte[] bytes(LinearModel model) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(model, out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static LinearModel read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError(
          "quality model " + file + ": cannot be read (" + e + ")", "name a file that exists");
    }
    return parse(bytes, file.toString());
  }

  /** A model from its file's bytes; {@code where} names them in errors. */
  static LinearModel parse(byte[] bytes, String where) {
    if (bytes.length < PREFIX + HASH
        || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw broken(where, "does not begin as one");
    }
    ByteBuffer in = little(bytes).position(MAGIC.length);
    int format = in.getInt();
    if (format != FORMAT) {
      throw broken(where, "has format " + format + ", known is " + FORMAT);
    }
    int length = in.getInt();
    int body = bytes.length - HASH;
    if (length < 0 || length > body - PREFIX - 4) {
      throw broken(where, "is cut short");
    }
    Hash128 hash = Hash128.of(0, bytes, 0, body);
    if (in.getLong(body) != hash.high() || in.getLong(body + 8) != hash.low()) {
      throw broken(where, "is damaged: its hash does not match");
    }
    try {
      ModelCard card =
          JSON.readValue(
              new String(bytes, PREFIX, length, StandardCharsets.UTF_8), ModelCard.class);
      in.position(PREFIX + length);
      float bias = in.getFloat();
      float[] weights = new float[(body - in.position()) / 4];
      in.asFloatBuffer().get(weights);
      return new LinearModel(card, bias, weights);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw broken(where, "has a bad header: " + e.getMessage());
    }
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static UserError broken(String where, String what) {
    return new UserError(
        "quality model " + where + ": " + what, "name a file that this version's training wrote");
  }
}
