-- comment_hand begins with the same columns and finds the same rows.
drop index comment_author;
