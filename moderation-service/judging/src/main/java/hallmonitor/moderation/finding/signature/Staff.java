package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The district's employees, indexed by the words of their names. */
final class Staff {
  private final Map<String, List<PersonName>> byWord = new HashMap<>();

  Staff(LocalNames names) {
    for (String employee : names.staff()) {
      PersonName name = PersonName.of(employee);
      for (String part : name.parts()) {
        byWord.computeIfAbsent(part, p -> new ArrayList<>()).add(name);
      }
    }
  }

  /** Returns whether an employee would sign this way. */
  boolean has(PersonName signed) {
    return !signed.parts().isEmpty()
        && byWord.getOrDefault(signed.parts().get(signed.parts().size() - 1), List.of()).stream()
            .anyMatch(signed::isHowOneSigns);
  }

  /** Returns whether the display name shows the given and the family name of an employee. */
  boolean includes(DisplayName author) {
    return author.tokens().stream()
        .flatMap(token -> byWord.getOrDefault(token, List.of()).stream())
        .anyMatch(
            employee -> {
              long shared = employee.parts().stream().filter(author.tokens()::contains).count();
              return shared > 1 || shared == 1 && author.title() != Titles.NONE;
            });
  }
}
