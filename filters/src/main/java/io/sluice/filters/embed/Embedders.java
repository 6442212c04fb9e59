package io.sluice.filters.embed;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The embedders of one thread, one a model, opened when a language first asks for one: bge-small-zh
 * for Chinese, all-MiniLM-L6-v2 for all else, or the user's model for everything.
 */
public final class Embedders implements AutoCloseable {
  private final EmbedConfig config;
  private final Map<SentenceModel, OnnxEmbedder> open = new LinkedHashMap<>();

  private Embedders(EmbedConfig config) {
    this.config = config;
  }

  /** The embedded models with their presets. */
  public static Embedders embedded() {
    return of(EmbedConfig.presets());
  }

  /** Embedders as configured; nothing is loaded yet. */
  public static Embedders of(EmbedConfig config) {
    return new Embedders(config);
  }

  /**
   * The embedder for a language.
   *
   * @param lang ISO 639 code, with or without script ({@code cmn_Hani}, {@code zh-CN}); may be null
   * @return an embedder that this object closes
   */
  public OnnxEmbedder forLanguage(String lang) {
    return open.computeIfAbsent(
        SentenceModel.of(config, lang), model -> new OnnxEmbedder(model, config));
  }

  @Override
  public void close() {
    open.values().forEach(OnnxEmbedder::close);
    open.clear();
  }
}
