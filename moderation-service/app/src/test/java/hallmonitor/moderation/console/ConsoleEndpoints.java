package hallmonitor.moderation.console;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.stream.Stream;

/** Collects the service's endpoints from the annotations of its classes, so that it misses none. */
public final class ConsoleEndpoints {
  /** Endpoints that are not resources: the public pages. */
  private static final List<String> ROUTES =
      List.of(
          "GET /appeal",
          "POST /appeal",
          "POST /appeal/state",
          "GET /records-request",
          "POST /records-request",
          "GET /records-request/answer/{token}",
          "GET /records-request/answer/{token}/file",
          "GET /records-request/state/{token}",
          "GET /report",
          "POST /report",
          "GET /report/s/{token}",
          "GET /report/state/{token}",
          "GET /guidelines/{token}",
          "POST /guidelines/{token}",
          "GET /transparency",
          "GET /transparency.pdf");

  private ConsoleEndpoints() {}

  /** Returns entries such as {@code GET /cases/{id}/row}. */
  public static List<String> all() {
    return Stream.concat(ROUTES.stream(), resources()).toList();
  }

  private static Stream<String> resources() {
    // Their superclasses contain no endpoints, and it cannot read those that Quarkus has changed.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests()).importPackages("hallmonitor.moderation").stream()
            .filter(c -> c.isAnnotatedWith("jakarta.ws.rs.Path"))
            .flatMap(ConsoleEndpoints::of);
  }

  private static Stream<String> of(JavaClass resource) {
    return resource.getMethods().stream()
        .flatMap(
            method ->
                Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
                    .filter(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb))
                    .map(verb -> verb + " " + path(resource, method)));
  }

  private static String path(JavaClass resource, JavaMethod method) {
    String whole =
        value(resource.getAnnotationOfType("jakarta.ws.rs.Path"))
            + "/"
            + method
                .tryGetAnnotationOfType("jakarta.ws.rs.Path")
                .map(ConsoleEndpoints::value)
                .orElse("");
    String path = ("/" + whole).replaceAll("/+", "/");
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String value(JavaAnnotation<?> annotation) {
    return (String) annotation.get("value").orElseThrow();
  }
}
