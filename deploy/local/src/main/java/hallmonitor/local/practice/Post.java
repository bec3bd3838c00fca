package hallmonitor.local.practice;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One post of the fictional school.
 *
 * @param local publication time in the site's time zone
 * @param paragraphs plain text
 */
record Post(
    int id,
    String slug,
    String title,
    String kicker,
    LocalDateTime local,
    List<String> paragraphs) {

  static final List<Post> ALL =
      List.of(
          new Post(
              1,
              "game-day",
              "Game day: Mavericks host the Ridgeview Rams on Friday",
              "Athletics",
              LocalDateTime.of(2026, 9, 14, 8, 30),
              List.of(
                  "Kick-off is at 7 p.m. on the home field. Gates open at 6, the marching band plays"
                      + " at 6:40, and the senior class runs the concession stand.",
                  "Students get in free with their ID. Please park in the north lot and leave the"
                      + " fire lane open. Go Mavericks!")),
          new Post(
              2,
              "budget-meeting",
              "Board meeting Thursday: the draft budget for next year",
              "District 12",
              LocalDateTime.of(2026, 9, 15, 16, 0),
              List.of(
                  "The Board of Education meets on Thursday at 6:30 p.m. in the library to talk about"
                      + " the draft budget: bus routes, class sizes, and the roof of the gym.",
                  "Public comment opens at 7. You may also write below: the board reads every"
                      + " comment, and disagreement is welcome.")),
          new Post(
              3,
              "science-fair",
              "Science fair: 64 projects and a potato that powers a radio",
              "Student life",
              LocalDateTime.of(2026, 9, 16, 12, 15),
              List.of(
                  "Sixty-four projects filled the gym on Saturday. The judges gave first place to a"
                      + " water filter made from walnut shells, and the crowd gave it to the potato.",
                  "Thank you to the families, the judges from the community college, and Ms. Okafor's"
                      + " chemistry club for the clean-up.")));

  static Optional<Post> byId(int id) {
    return id >= 1 && id <= ALL.size() ? Optional.of(ALL.get(id - 1)) : Optional.empty();
  }
}
