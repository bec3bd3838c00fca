package hallmonitor.notifier.directory;

import hallmonitor.settings.district.District;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who to notify, in order: everyone in the first place together, then everyone in the next.
 *
 * @param places each with at least one person; no one is in two places
 * @param last notified if the others did not answer; empty if no one is left
 */
public record Contacts(List<List<NoticeRecipient>> places, List<NoticeRecipient> last) {
  public Contacts {
    places = places.stream().map(List::copyOf).toList();
    last = List.copyOf(last);
  }

  /**
   * Resolves roles to people.
   *
   * @param steps roles; those of one step are notified together; {@link RoleRouting} finds
   *     substitutes for unfilled roles
   * @param lastRoles the roles that are notified last
   * @param onCall notified together with the first roles
   */
  public static Contacts of(
      District district,
      String building,
      String account,
      List<List<String>> steps,
      List<String> lastRoles,
      OnCall onCall,
      Instant now) {
    Set<String> seen = new HashSet<>();
    Predicate<NoticeRecipient> isNew = recipient -> seen.add(recipient.person().id());
    List<List<NoticeRecipient>> places = new ArrayList<>();
    for (List<String> roles : steps) {
      List<NoticeRecipient> told =
          RoleRouting.recipients(district, building, account, roles, now).told();
      List<NoticeRecipient> place =
          Stream.concat(told.stream(), places.isEmpty() ? onCall.recipients() : Stream.empty())
              .filter(isNew)
              .toList();
      if (!place.isEmpty()) {
        places.add(place);
      }
    }
    List<NoticeRecipient> last =
        lastRoles.isEmpty()
            ? List.of()
            : RoleRouting.recipients(district, building, account, lastRoles, now).told().stream()
                .filter(isNew)
                .toList();
    return new Contacts(places, last);
  }

  public boolean nobody() {
    return places.isEmpty() && last.isEmpty();
  }
}
