package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.casework.request.RequestNumber;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are listed, as in the page's address.
 *
 * @param show one of {@link #SHOWN}
 * @param words a number, the code of a receipt, or words of the request
 */
public record RequestFilter(String show, boolean mine, String words, LocalDate today) {
  static final List<String> SHOWN = List.of("open", "late", "answered", "closed", "all");

  static RequestFilter of(
      @Nullable String show, boolean mine, @Nullable String words, LocalDate today) {
    String typed = words == null ? "" : words.replace("\0", "").strip();
    String cut = typed.substring(0, Math.min(typed.length(), 200));
    // Of one request that is named, it makes no difference where it stands.
    boolean named = RequestNumber.parse(cut).isPresent() || ShortCode.parse(cut).isPresent();
    String chosen = show != null && SHOWN.contains(show) ? show : cut.isEmpty() ? "open" : "all";
    String shown = named ? "all" : chosen;
    return new RequestFilter(shown, mine, cut, today);
  }

  /** Returns the signs of the code of a receipt; what no request has, if none was typed. */
  String code() {
    return ShortCode.parse(words).map(ShortCode::signs).orElse("-");
  }
}
