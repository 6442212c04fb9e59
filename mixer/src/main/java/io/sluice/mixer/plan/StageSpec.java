package io.sluice.mixer.plan;

import io.sluice.ingest.config.Key;
import io.sluice.mixer.pack.Packing;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * One stage of training: its tokens, its sequences and what it is mixed from. A document belongs to
 * the first component that it fits, so that no document is in a stage under two names.
 */
public record StageSpec(
    @Key(doc = "the stage's name: lower-case letters, digits, hyphens") String name,
    @Key(doc = "its tokens, before scale, over 0") long tokens,
    @Key(doc = "tokens of a sequence, 2 to 1048576") int seqLen,
    @Key(doc = "how documents become sequences: concat or best_fit") Packing packing,
    @Key(doc = "share of source files that get fill-in-the-middle form, 0 to 1", preset = "0")
        double fimRate,
    @Key(doc = "what it is mixed from, first fit first") List<ComponentSpec> components)
    implements Serializable {

  public StageSpec {
    components = Problems.orEmpty(components);
    Problems problems = new Problems();
    problems
        .require(
            name != null && name.matches("[a-z0-9][a-z0-9-]*"),
            "name: got '" + name + "', allowed lower-case letters, digits and hyphens")
        .require(tokens > 0, "tokens: got " + tokens + ", allowed over 0")
        .require(
            seqLen >= 2 && seqLen <= 1_048_576, "seq_len: got " + seqLen + ", allowed 2..1048576")
        .require(packing != null, "packing: missing, allowed concat or best_fit")
        .require(fimRate >= 0 && fimRate <= 1, "fim_rate: got " + fimRate + ", allowed 0 to 1")
        .require(!components.isEmpty(), "components: got none, a stage needs at least one")
        .distinct("components", components.stream().map(ComponentSpec::name).toList());
    BigDecimal shares = BigDecimal.ZERO;
    BigDecimal fixed = BigDecimal.ZERO;
    for (ComponentSpec component : components) {
      if (component.share() != null) {
        shares = shares.add(BigDecimal.valueOf(component.share()));
      } else if (component.tokens() != null) {
        fixed = fixed.add(BigDecimal.valueOf(component.tokens()));
      }
    }
    problems.require(
        shares.compareTo(BigDecimal.ONE) <= 0,
        String.format(
            Locale.ROOT,
            "components: the shares of stage '%s' add up to %s, allowed at most 1; lower them by %s"
                + " in all, or size a component by epochs",
            name,
            shares.toPlainString(),
            shares.subtract(BigDecimal.ONE).toPlainString()));
    if (tokens > 0 && fixed.signum() > 0 && shares.compareTo(BigDecimal.ONE) <= 0) {
      BigDecimal whole = BigDecimal.valueOf(tokens);
      BigDecimal asked = fixed.add(shares.multiply(whole));
      problems.require(
          asked.compareTo(whole) <= 0,
          String.format(
              Locale.ROOT,
              "components: shares and tokens of stage '%s' ask for %s tokens in all, the stage has"
                  + " %s; lower them or raise the stage's tokens",
              name,
              asked.stripTrailingZeros().toPlainString(),
              tokens));
    }
    problems.throwIfAny();
  }
}
