package hallmonitor.moderation.console.board;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.escalations.EscalationQueries.Concerned;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.DocumentFiles;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.district.District.Role;
import hallmonitor.settings.escalation.EscalationCategory;
import hallmonitor.settings.escalation.EscalationRules;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the people a principal can call about what waits. */
@RequestScoped
class PhoneLines {
  private final DocumentFiles documents;
  private final LiveRules rules;
  private final Viewer viewer;

  PhoneLines(DocumentFiles documents, LiveRules rules, Viewer viewer) {
    this.documents = documents;
    this.rules = rules;
    this.viewer = viewer;
  }

  /**
   * Returns the configured lines for what waits, then the next contact of the first case, as the
   * page behind a notice's link does.
   *
   * @param waiting the most urgent first
   */
  List<PhoneLine> about(List<Concerned> waiting) {
    if (waiting.isEmpty()) {
      return List.of();
    }
    EscalationRules of = (EscalationRules) documents.current(Document.ESCALATION).value();
    String language = ReaderLanguage.locale().getLanguage();
    List<String> categories = waiting.stream().map(Concerned::category).distinct().toList();
    return Stream.concat(
            of.answerPage().calls(categories).stream()
                .map(line -> new PhoneLine(line.name(language), line.number())),
            nextContact(of, waiting.get(0)).stream())
        .toList();
  }

  private Optional<PhoneLine> nextContact(EscalationRules of, Concerned first) {
    District district = rules.district().current().value();
    LocalDate today = LocalDate.now(district.timeZone());
    List<String> asked = rules.clause(first.clause()).map(c -> c.then().roles()).orElse(List.of());
    EscalationCategory by = of.category(first.category(), first.urgency().equals("immediate"));
    return Stream.concat(by.steps(asked).stream().flatMap(List::stream), by.last().stream())
        .flatMap(role -> holders(district, role, first.building()))
        .flatMap(person -> district.inPlaceOf(person, today).stream())
        .filter(person -> !viewer.isPerson(person.id()))
        .flatMap(
            person -> person.phone().map(phone -> new PhoneLine(person.name(), phone)).stream())
        .findFirst();
  }

  private static Stream<Person> holders(District district, String role, String building) {
    return Arrays.stream(Role.values())
        .filter(known -> EnumCodes.of(known).equals(role))
        .flatMap(known -> district.holders(known, building).stream());
  }
}
