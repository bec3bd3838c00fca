package hallmonitor.local.practice;

import hallmonitor.local.practice.CommentQuery.Order;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code GET /wp/v2/comments}: its parameters, who may use them, and what they mean. */
record CommentListRequest(CommentQuery query, int page, int perPage, boolean edit) {

  static CommentListRequest of(Parameters asked, boolean moderator, SiteTime time)
      throws CommentRefused {
    int perPage = asked.number("per_page", 10, 1, 100);
    int page = asked.number("page", 1, 1, Integer.MAX_VALUE);
    int offset = asked.number("offset", 0, 0, Integer.MAX_VALUE);
    boolean ascending = asked.word("order", "desc", "asc", "desc").equals("asc");
    String orderBy =
        asked.word(
            "orderby", "date_gmt", "date", "date_gmt", "id", "include", "post", "parent", "type");
    boolean edit = asked.word("context", "view", "view", "embed", "edit").equals("edit");
    long after = bound(asked, "after", Long.MIN_VALUE, time);
    long before = bound(asked, "before", Long.MAX_VALUE, time);
    String status = sanitiseKey(asked.text("status").orElse("approve"));
    if (edit && !moderator) {
      throw new CommentRefused(
          401, "rest_forbidden_context", "Sorry, you are not allowed to edit comments.");
    }
    refuseProtected(asked, status, moderator);
    Order order =
        switch (orderBy) {
          case "post" -> Order.POST;
          case "parent" -> Order.PARENT;
          case "include" -> Order.INCLUDE;
          default -> Order.ID;
        };
    long skip = offset > 0 ? offset : (long) perPage * (page - 1);
    var query =
        new CommentQuery(
            Set.copyOf(new HashSet<>(asked.ids("post"))),
            Set.copyOf(new HashSet<>(asked.ids("parent"))),
            asked.ids("include"),
            Set.copyOf(new HashSet<>(asked.ids("exclude"))),
            nobodys(asked) ? Set.of() : statuses(status),
            after,
            before,
            asked.text("search").orElse(""),
            order,
            !ascending,
            perPage,
            (int) Math.min(skip, Integer.MAX_VALUE));
    return new CommentListRequest(query, page, perPage, edit);
  }

  private static void refuseProtected(Parameters asked, String status, boolean moderator)
      throws CommentRefused {
    if (moderator) {
      return;
    }
    Stream<String> others =
        Stream.of("author", "author_exclude", "author_email")
            .filter(name -> asked.text(name).filter(v -> !v.isEmpty()).isPresent());
    Stream<String> type =
        asked.text("type").filter(t -> !t.equals("comment")).map(t -> "type").stream();
    Stream<String> state = status.equals("approve") ? Stream.of() : Stream.of("status");
    List<String> forbidden = Stream.of(others, type, state).flatMap(s -> s).toList();
    if (!forbidden.isEmpty()) {
      throw new CommentRefused(
          401,
          "rest_forbidden_param",
          "Query parameter not permitted: " + String.join(", ", forbidden));
    }
  }

  /** Returns true for filters that match nothing here: by user, pingback or email address. */
  private static boolean nobodys(Parameters asked) {
    boolean byUser = asked.text("author").filter(a -> !a.equals("0")).isPresent();
    boolean byEmail = asked.text("author_email").filter(e -> !e.isEmpty()).isPresent();
    String type = asked.text("type").orElse("comment");
    return byUser || byEmail || !List.of("comment", "comments", "all", "").contains(type);
  }

  /**
   * {@code any} includes spam and trash; {@code all} does not. A comment's own status is {@code
   * approved}, but the filter for it is {@code approve}.
   */
  private static Set<CommentStatus> statuses(String status) {
    return switch (status) {
      case "any" -> EnumSet.allOf(CommentStatus.class);
      case "all", "" -> EnumSet.of(CommentStatus.APPROVED, CommentStatus.HOLD);
      case "approve" -> EnumSet.of(CommentStatus.APPROVED);
      case "hold" -> EnumSet.of(CommentStatus.HOLD);
      case "spam" -> EnumSet.of(CommentStatus.SPAM);
      case "trash" -> EnumSet.of(CommentStatus.TRASH);
      default -> EnumSet.noneOf(CommentStatus.class);
    };
  }

  private static String sanitiseKey(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_\\-]", "");
  }

  private static long bound(Parameters asked, String name, long none, SiteTime time)
      throws CommentRefused {
    Optional<String> text = asked.text(name);
    if (text.isEmpty()) {
      return none;
    }
    return time.parse(text.get())
        .orElseThrow(() -> CommentRefused.parameter(name, "rest_invalid_date", "Invalid date."));
  }
}
