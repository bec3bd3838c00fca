package hallmonitor.local.practice;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.standin.web.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request's parameters, merged like WordPress does: JSON body over form body over query. */
record Parameters(Map<String, List<String>> values) {

  static Parameters of(Request request) throws CommentRefused {
    Map<String, List<String>> all = new LinkedHashMap<>(request.query());
    if (request.isJson() && request.body().length > 0) {
      try {
        request.json().properties().forEach(f -> all.put(f.getKey(), texts(f.getValue())));
      } catch (IOException e) {
        throw new CommentRefused(400, "rest_invalid_json", "Invalid JSON body passed.");
      }
    } else if (request.header("content-type").orElse("").contains("form-urlencoded")) {
      all.putAll(Request.parameters(new String(request.body(), StandardCharsets.UTF_8)));
    }
    return new Parameters(all);
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> texts.add(each.asText()));
    } else if (node.isObject() && node.has("raw")) {
      texts.add(node.get("raw").asText()); // accepts content: {raw: ...} as content
    } else {
      texts.add(node.asText());
    }
    return texts;
  }

  Optional<String> text(String name) {
    List<String> found = values.get(name);
    return found == null || found.isEmpty()
        ? Optional.empty()
        : Optional.of(found.get(found.size() - 1));
  }

  int number(String name, int otherwise, int least, int most) throws CommentRefused {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.get().matches("-?\\d{1,9}")) {
      throw CommentRefused.parameter(name, "rest_invalid_type", name + " is not of type integer.");
    }
    int number = Integer.parseInt(text.get());
    if (number < least || number > most) {
      String range =
          most == Integer.MAX_VALUE
              ? "greater than or equal to " + least
              : "between " + least + " (inclusive) and " + most + " (inclusive)";
      throw CommentRefused.parameter(name, "rest_out_of_bounds", name + " must be " + range);
    }
    return number;
  }

  /** Parses ids from {@code 1,2} or {@code [1, 2]} or {@code name[]=1&name[]=2}. */
  List<Integer> ids(String name) throws CommentRefused {
    List<Integer> ids = new ArrayList<>();
    for (String value : values.getOrDefault(name, List.of())) {
      for (String part : value.split("[\\s,]+")) {
        if (!part.matches("\\d{1,9}")) {
          throw CommentRefused.parameter(
              name, "rest_invalid_type", name + "[0] is not of type integer.");
        }
        ids.add(Integer.parseInt(part));
      }
    }
    return ids;
  }

  /** Returns one of the allowed words; the error lists them like WordPress does. */
  String word(String name, String otherwise, String... allowed) throws CommentRefused {
    String word = text(name).orElse(otherwise);
    if (!List.of(allowed).contains(word)) {
      String last = allowed[allowed.length - 1];
      String others = String.join(", ", List.of(allowed).subList(0, allowed.length - 1));
      String list = allowed.length == 2 ? others + " and " + last : others + ", and " + last;
      throw CommentRefused.parameter(
          name, "rest_not_in_enum", name + " is not one of " + list + ".");
    }
    return word;
  }

  boolean flag(String name) throws CommentRefused {
    return switch (text(name).orElse("false").toLowerCase(java.util.Locale.ROOT)) {
      case "1", "true" -> true;
      case "0", "false", "" -> false;
      default ->
          throw CommentRefused.parameter(
              name, "rest_invalid_type", name + " is not of type boolean.");
    };
  }
}
