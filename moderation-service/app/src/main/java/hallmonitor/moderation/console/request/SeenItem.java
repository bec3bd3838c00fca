package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.redaction.ProposedRedaction;
import hallmonitor.moderation.casework.redaction.Redaction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person saw of an item in a list, as the form sends it back.
 *
 * @param marked hash of what was proposed to be redacted, and of the exemption beside each
 */
record SeenItem(long itemNo, int version, String marked) {
  private static final Pattern WRITTEN =
      Pattern.compile("([0-9]{1,18}):([0-9]{1,9}):([0-9a-f]{0,64})");

  static SeenItem of(long itemNo, int version, List<ProposedRedaction> proposals) {
    return new SeenItem(
        itemNo,
        version,
        Redaction.hash(
            proposals.stream().map(SeenItem::shown).sorted().collect(Collectors.joining("\n"))));
  }

  private static String shown(ProposedRedaction proposal) {
    return proposal.key() + proposal.ground().map(g -> " " + g.id() + " " + g.source()).orElse("");
  }

  /** Returns what {@link #written} returned; empty for anything else. */
  static Optional<SeenItem> read(String written) {
    Matcher parts = WRITTEN.matcher(written);
    return parts.matches()
        ? Optional.of(
            new SeenItem(
                Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3)))
        : Optional.empty();
  }

  String written() {
    return itemNo + ":" + version + ":" + marked;
  }
}
