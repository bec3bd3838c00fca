package hallmonitor.notifier.escalation;

import hallmonitor.notifier.directory.Contacts;
import hallmonitor.notifier.directory.NoticeRecipient;
import hallmonitor.settings.escalation.EscalationPace;
import java.util.ArrayList;
import java.util.List;

/**
 * Determines who is asked next. Uses the people already asked and not an index, so that a change of
 * the district's file neither skips anyone nor asks anyone twice in a round.
 */
final class ContactSelection {
  /**
   * The next people.
   *
   * @param people empty if no one can be asked
   * @param asked who was asked in this round before them
   */
  record Place(List<Contact> people, int round, List<String> asked) {}

  private ContactSelection() {}

  static List<Contact> first(Contacts contacts) {
    List<NoticeRecipient> first =
        contacts.places().isEmpty() ? contacts.last() : contacts.places().get(0);
    return first.stream().map(Contact::of).toList();
  }

  /** Returns false if a reminder would coincide with the next contact. */
  static boolean reminds(EscalationPace pace) {
    return pace.remindAfter().compareTo(pace.passOnAfter()) < 0;
  }

  static Place next(EscalationTerms terms, int round, List<String> asked, List<String> refused) {
    List<Contact> here = unasked(terms, round, asked, refused);
    return here.isEmpty()
        ? new Place(unasked(terms, round + 1, List.of(), refused), round + 1, List.of())
        : new Place(here, round, asked);
  }

  private static List<Contact> unasked(
      EscalationTerms terms, int round, List<String> asked, List<String> refused) {
    Contacts contacts = terms.contacts();
    List<List<NoticeRecipient>> places = new ArrayList<>(contacts.places());
    if (round >= terms.pace().rounds() || places.isEmpty()) {
      places.add(contacts.last());
    }
    return places.stream()
        .map(
            place ->
                place.stream()
                    .map(Contact::of)
                    .filter(c -> !asked.contains(c.person()) && !refused.contains(c.person()))
                    .toList())
        .filter(people -> !people.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
