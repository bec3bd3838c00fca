package hallmonitor.local.practice;

import hallmonitor.local.web.TemplatePage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * WordPress's JSON form of comments and posts.
 *
 * @param site the site's address without a trailing slash
 */
record CommentJson(String site, SiteTime time) {

  /**
   * Writes a comment.
   *
   * @param fields the only ones to send; empty for all. A dotted name ({@code content.raw}) finds
   *     nothing in a comment, as on a real site, although it does in a post
   */
  Map<String, Object> of(
      PracticeComment comment, boolean edit, boolean moderator, Set<String> fields) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", comment.id());
    json.put("post", comment.post());
    json.put("parent", comment.parent());
    json.put("author", comment.user());
    json.put("author_name", CommentHtml.fromPlain(comment.name()));
    if (edit) {
      json.put("author_email", comment.email());
    }
    json.put("author_url", "");
    if (edit) {
      json.put("author_ip", "127.0.0.1");
      json.put("author_user_agent", comment.agent());
    }
    json.put("date", time.format(comment.epochSecond()));
    json.put("date_gmt", time.formatUtc(comment.epochSecond()));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("rendered", CommentHtml.rendered(comment.raw()));
    if (edit) {
      content.put("raw", comment.raw());
    }
    json.put("content", content);
    json.put("link", link(comment.post()) + "#comment-" + comment.id());
    json.put("status", comment.status().wire());
    json.put("type", "comment");
    json.put("author_avatar_urls", Map.of());
    json.put("meta", List.of());
    json.put("_links", links(comment, moderator));
    if (!fields.isEmpty()) {
      json.keySet().retainAll(fields);
    }
    return json;
  }

  private Map<String, Object> links(PracticeComment comment, boolean moderator) {
    Map<String, Object> links = new LinkedHashMap<>();
    var allow = moderator ? List.of("GET", "POST", "PUT", "PATCH", "DELETE") : List.of("GET");
    links.put(
        "self",
        List.of(
            Map.of(
                "href", rest("/comments/" + comment.id()), "targetHints", Map.of("allow", allow))));
    links.put("collection", List.of(Map.of("href", rest("/comments"))));
    links.put(
        "up",
        List.of(
            Map.of(
                "embeddable",
                true,
                "post_type",
                "post",
                "href",
                rest("/posts/" + comment.post()))));
    if (comment.parent() > 0) {
      links.put(
          "in-reply-to",
          List.of(Map.of("embeddable", true, "href", rest("/comments/" + comment.parent()))));
    }
    return links;
  }

  Map<String, Object> of(Post post, Set<String> fields) {
    long second = post.local().atZone(time.zone()).toEpochSecond();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", post.id());
    json.put("date", time.format(second));
    json.put("date_gmt", time.formatUtc(second));
    json.put("guid", Map.of("rendered", link(post.id())));
    json.put("modified", time.format(second));
    json.put("modified_gmt", time.formatUtc(second));
    json.put("slug", post.slug());
    json.put("status", "publish");
    json.put("type", "post");
    json.put("link", link(post.id()));
    json.put("title", Map.of("rendered", TemplatePage.escape(post.title())));
    String body =
        post.paragraphs().stream()
            .map(p -> "<p>" + TemplatePage.escape(p) + "</p>\n")
            .collect(Collectors.joining());
    json.put("content", Map.of("rendered", body, "protected", false));
    json.put("excerpt", Map.of("rendered", body, "protected", false));
    json.put("author", 1);
    json.put("featured_media", 0);
    json.put("comment_status", "open");
    json.put("ping_status", "closed");
    json.put("sticky", false);
    json.put("format", "standard");
    json.put("meta", List.of());
    return only(json, fields);
  }

  String rest(String path) {
    return site + "/wp-json/wp/v2" + path;
  }

  private String link(int post) {
    return Post.byId(post).map(p -> site + "/" + p.slug() + "/").orElse(site + "/");
  }

  private static Map<String, Object> only(Map<String, Object> json, Set<String> fields) {
    if (fields.isEmpty()) {
      return json;
    }
    Map<String, Object> kept = new LinkedHashMap<>();
    json.forEach(
        (name, value) -> {
          if (fields.contains(name)) {
            kept.put(name, value);
          } else if (value instanceof Map<?, ?> nested) {
            Map<Object, Object> part =
                nested.entrySet().stream()
                    .filter(e -> fields.contains(name + "." + e.getKey()))
                    .collect(
                        LinkedHashMap::new,
                        (map, e) -> map.put(e.getKey(), e.getValue()),
                        Map::putAll);
            if (!part.isEmpty()) {
              kept.put(name, part);
            }
          }
        });
    return kept;
  }

  /** Parses {@code _fields=id,content.raw}. */
  static Set<String> fields(Parameters asked) {
    return asked.values().getOrDefault("_fields", List.of()).stream()
        .flatMap(value -> Stream.of(value.split("[\\s,]+")))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }
}
