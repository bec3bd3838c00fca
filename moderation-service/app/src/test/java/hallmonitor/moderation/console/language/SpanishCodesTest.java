package hallmonitor.moderation.console.language;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.Appeal;
import hallmonitor.moderation.casework.Block;
import hallmonitor.moderation.casework.CaseState;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.settings.district.District;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests that codes written by the program are translated; other codes of the database are
 * open-ended.
 */
class SpanishCodesTest {
  private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
  private static final Pattern AUDITED =
      Pattern.compile(
          "\\b(?:AuditLog|RequestAudit|audit|CommandTransaction)\\s*\\.\\w+\\([^;]*?;",
          Pattern.DOTALL);

  /** Once through the program: to look for each code with a pattern of its own takes minutes. */
  private static final Pattern NAME = Pattern.compile("\\w+");

  private static final Path MAIN = Path.of("src/main/java/hallmonitor/moderation");

  private final Set<String> known = Spanish.shipped().codes().keySet();

  @Test
  void everyConstantThatAPageShowsIsKnown() {
    Stream.of(
            CaseState.values(),
            Visibility.values(),
            Decision.Kind.values(),
            Appeal.State.values(),
            Block.State.values(),
            Proposal.State.values(),
            Proposal.Kind.values(),
            CaseEvent.Answer.values(),
            CommentSeen.Kind.values(),
            District.Role.values(),
            District.AccountKind.values())
        .flatMap(Arrays::stream)
        .map(EnumCodes::of)
        .forEach(code -> assertThat(known).contains(code));
    assertThat(known).containsAll(ConsoleUser.ROLES);
  }

  @Test
  void everyKindOfEventThatACaseHasIsKnown() throws IOException {
    Set<String> kinds = codes(source(file -> file.getParent().endsWith("casework")));
    kinds.addAll(codes(source(file -> file.endsWith("store/escalation/EscalationHistory.java"))));

    // Parts of ids.
    kinds.removeAll(
        Set.of(
            "block-order",
            "case-event",
            "case-view",
            "escalation-by-hand",
            "escalation-from-lane",
            "escalation-of-hide"));
    kinds.remove("account-kind"); // of the rules in decisions.yaml

    assertThat(known).containsAll(kinds);
    assertThat(kinds)
        .contains("hide-cancelled", "judged-again", "notice-sent")
        .hasSizeGreaterThan(20);
  }

  @Test
  void everyActOfTheAuditLogIsKnown() throws IOException {
    Set<String> acts = new TreeSet<>();
    AUDITED
        .matcher(source(file -> true))
        .results()
        .map(MatchResult::group)
        .forEach(call -> acts.addAll(codes(call)));
    // Used in place of a name.
    acts.remove("single-sign-on");

    assertThat(known).containsAll(acts);
    assertThat(acts).contains("case-read", "draft-saved", "role-set").hasSizeGreaterThan(20);
  }

  @Test
  void noCodeIsKnownThatNobodyWrites() throws IOException {
    String program =
        source(file -> true)
            + source(Path.of("src/main/resources/db"), file -> file.toString().endsWith(".sql"))
            + source(Path.of("../judging/src/main/java"), file -> file.toString().endsWith(".java"))
            + source(
                Path.of("../training/src/main/java"), file -> file.endsWith("DecisionArchive.java"))
            + source(
                Path.of("../../deploy/exporter/src/main/java"),
                file -> file.endsWith("ArchiveExportCommand.java"))
            + source(
                Path.of("../../ingest-service/src/main/java"),
                file -> file.endsWith("Capability.java"))
            + source(
                Path.of("../../deploy/contracts/src/main/java"),
                file -> file.toString().endsWith(".java"))
            + source(
                Path.of("../../deploy/settings/src/main/java"),
                file -> file.toString().endsWith(".java"));

    Set<String> names =
        NAME.matcher(program).results().map(MatchResult::group).collect(Collectors.toSet());

    assertThat(known)
        .allMatch(code -> isWritten(code, program, names) || isComposed(code, program, names));
  }

  /** {@code bulk-hide} is composed of {@code "bulk-"} and a constant. */
  private static boolean isComposed(String code, String program, Set<String> names) {
    for (int dash = code.indexOf('-'); dash > 0; dash = code.indexOf('-', dash + 1)) {
      String first = code.substring(0, dash);
      boolean begun = program.contains("\"" + first + "-\"") || isWritten(first, program, names);
      if (begun && isWritten(code.substring(dash + 1), program, names)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWritten(String code, String program, Set<String> names) {
    String constant = code.toUpperCase(Locale.ROOT).replace('-', '_');
    return program.contains("\"" + code + "\"")
        || program.contains("'" + code + "'")
        || names.contains(constant);
  }

  private static Set<String> codes(String source) {
    return CODE.matcher(source)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String source(Predicate<Path> which) throws IOException {
    return source(MAIN, file -> file.toString().endsWith(".java") && which.test(file));
  }

  private static String source(Path folder, Predicate<Path> which) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).filter(which).sorted().toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }
}
