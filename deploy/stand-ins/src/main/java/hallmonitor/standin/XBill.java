package hallmonitor.standin;

import hallmonitor.standin.XPosts.Entry;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Charges as X does (https://docs.x.com/x-api/getting-started/pricing), in tenths of a cent: what
 * an answer contains, each object once a day.
 */
final class XBill {
  private final InstantSource clock;
  private final Set<String> today = new HashSet<>();
  private LocalDate day = LocalDate.EPOCH;
  private long mills;

  XBill(InstantSource clock) {
    this.clock = clock;
  }

  long mills() {
    return mills;
  }

  void user(String id) {
    once("user" + id, 10);
  }

  void act(int price) {
    mills += price;
  }

  void answer(List<Entry> posts, StandInRequest request) {
    for (Entry one : posts) {
      once("post" + one.newest(), 5);
      if (request.get("expansions").contains("author_id")) {
        user(one.author);
      }
      if (request.get("expansions").contains("media") && !one.picture.isEmpty()) {
        once("media" + one.first(), 5);
      }
    }
  }

  private void once(String what, int price) {
    LocalDate now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!now.equals(day)) {
      day = now;
      today.clear();
    }
    if (today.add(what)) {
      mills += price;
    }
  }
}
