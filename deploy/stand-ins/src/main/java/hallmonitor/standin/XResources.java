package hallmonitor.standin;

import hallmonitor.standin.XPosts.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes posts and users as X does: only the requested fields, shortened addresses, escaped
 * characters, and expanded objects beside the list.
 */
final class XResources {
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  private XResources() {}

  /** Returns one post, in the version of an id. */
  static Map<String, Object> post(Entry one, String id, StandInRequest request) {
    Set<String> fields = new LinkedHashSet<>(Arrays.asList(request.get("tweet.fields").split(",")));
    List<Map<String, Object>> links = new ArrayList<>();
    String text = shortened(one.texts.get(one.ids.indexOf(id)), links);
    if (!one.picture.isEmpty()) {
      String own = "https://t.co/p" + one.first();
      text += " " + own;
      links.add(Map.of("url", own, "expanded_url", one.picture, "media_key", key(one)));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("text", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    json.put("edit_history_tweet_ids", one.ids);
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("author_id", one.author);
    more.put("conversation_id", one.conversation);
    more.put("created_at", IsoTime.of(one.at));
    if (!links.isEmpty()) {
      more.put("entities", Map.of("urls", links));
    }
    if (!one.picture.isEmpty()) {
      more.put("attachments", Map.of("media_keys", List.of(key(one))));
    }
    if (!one.parent.isEmpty() || one.isRepost) {
      String kind = one.isRepost ? "retweeted" : "replied_to";
      String to = one.isRepost ? one.first() : one.parent;
      more.put("referenced_tweets", List.of(Map.of("type", kind, "id", to)));
    }
    more.keySet().retainAll(fields);
    json.putAll(more);
    return json;
  }

  private static String shortened(String text, List<Map<String, Object>> links) {
    Matcher addresses = ADDRESS.matcher(text);
    StringBuilder out = new StringBuilder();
    while (addresses.find()) {
      String own = "https://t.co/" + Integer.toHexString(addresses.group().hashCode());
      links.add(Map.of("url", own, "expanded_url", addresses.group()));
      addresses.appendReplacement(out, own);
    }
    return addresses.appendTail(out).toString();
  }

  private static String key(Entry one) {
    return "3_" + one.first();
  }

  /** Returns the requested objects beside the posts. */
  static Map<String, Object> includes(List<Entry> posts, StandInRequest request) {
    Map<String, Object> includes = new LinkedHashMap<>();
    List<String> wanted = Arrays.asList(request.get("expansions").split(","));
    if (wanted.contains("author_id") && !posts.isEmpty()) {
      includes.put(
          "users", posts.stream().map(e -> e.author).distinct().map(XResources::user).toList());
    }
    List<Map<String, Object>> media = new ArrayList<>();
    for (Entry one : posts) {
      if (!one.picture.isEmpty()) {
        media.add(Map.of("media_key", key(one), "type", "photo", "url", one.picture));
      }
    }
    if (wanted.contains("attachments.media_keys") && !media.isEmpty()) {
      includes.put("media", media);
    }
    return includes;
  }

  /** The account with its description, in which links are short. */
  static Map<String, Object> me() {
    Map<String, Object> me = new LinkedHashMap<>(user(XPosts.ME));
    me.put("description", "News for families. https://t.co/abc");
    Map<String, Object> link =
        Map.of("url", "https://t.co/abc", "expanded_url", "https://www.maplevalley12.example/");
    me.put("profile_image_url", "https://pbs.twimg.example/profile_images/7/crest_normal.jpg");
    me.put("entities", Map.of("description", Map.of("urls", List.of(link))));
    return me;
  }

  static Map<String, Object> user(String id) {
    boolean me = id.equals(XPosts.ME);
    return Map.of(
        "id",
        id,
        "name",
        me ? "Maple Valley Schools" : "Dana Reyes",
        "username",
        me ? XPosts.MY_NAME : "dana_reyes");
  }
}
