package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.console.page.Csv;
import hallmonitor.moderation.console.page.DisplayLabels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The register of blocks as a file: a line for each, in English, with codes as in the files. */
final class BlockCsv {
  private BlockCsv() {}

  static String of(BlockRegister register) {
    StringBuilder file = new StringBuilder(Csv.START);
    file.append(
        Csv.line(
            "Made",
            "Case",
            "Account",
            "Platform",
            "Author",
            "State",
            "Clause",
            "Violations",
            "Reason",
            "Last day",
            "Proposed or noted by",
            "On",
            "Approved by",
            "On",
            "Ended by",
            "Note",
            "Rules",
            "First seen on the platform",
            "Last seen on the platform",
            "Lifted on the platform",
            "Author told"));
    register.getBlocks().forEach(block -> file.append(line(block, register)));
    register.getHandBlocks().forEach(block -> file.append(line(block)));
    return file.toString();
  }

  private static String line(BlockView b, BlockRegister register) {
    return Csv.line(
        b.byHand() ? "here, carried out by a person" : "here",
        b.caseId(),
        b.account(),
        b.platform(),
        b.authorName(),
        b.state(),
        b.clause(),
        register.of(b.blockId()).size(),
        b.reason(),
        b.lastDay(),
        b.proposerName(),
        DisplayLabels.recordedMoment(b.proposedAt()),
        b.approverName(),
        moment(b.approvedAt()),
        b.endedBy(),
        b.note(),
        b.rulesVersion(),
        null,
        moment(b.seenAt()),
        b.isLifted() ? moment(b.changedAt()) : null,
        null);
  }

  private static String line(HandBlockView b) {
    return Csv.line(
        "by hand on the platform",
        null,
        b.account(),
        b.platform(),
        b.authorName(),
        state(b),
        null,
        null,
        b.reason(),
        b.lastDay(),
        b.noterName(),
        moment(b.notedAt()),
        null,
        null,
        b.takerName(),
        b.takenBackWhy(),
        null,
        moment(b.firstSeenAt()),
        moment(b.seenAt()),
        moment(b.goneAt()),
        told(b));
  }

  private static String state(HandBlockView b) {
    if (b.isGone()) {
      return "gone";
    }
    if (b.isTakenBack()) {
      return "taken back";
    }
    return b.isUnexplained() ? "without reason and end" : "noted";
  }

  private static @Nullable String told(HandBlockView b) {
    return b.told() == null ? null : (b.told() ? "yes: " : "no: ") + b.toldHow();
  }

  private static @Nullable String moment(@Nullable Instant at) {
    return at == null ? null : DisplayLabels.recordedMoment(at);
  }
}
