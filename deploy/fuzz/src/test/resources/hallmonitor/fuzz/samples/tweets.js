window.YTD.tweets.part0 = [{"tweet":{"id_str":"186","full_text":"Thanks","created_at":"Sat Nov 28 10:00:00 +0000 2026","in_reply_to_status_id_str":"185","entities":{"urls":[]}}}]
