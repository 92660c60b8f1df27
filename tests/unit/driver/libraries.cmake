target_sources(unit_driver PRIVATE "${PROJECT_SOURCE_DIR}/tests/support/random_article.cc" "${PROJECT_SOURCE_DIR}/tests/support/edited_article.cc")
