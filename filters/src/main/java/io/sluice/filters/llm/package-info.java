/**
 * The client for language models behind an OpenAI-compatible endpoint: {@link
 * io.sluice.filters.llm.ChatModel} is what callers see, {@link io.sluice.filters.llm.OpenAiChat}
 * speaks HTTP. Used by labelling here and by {@code synth}.
 */
package io.sluice.filters.llm;
