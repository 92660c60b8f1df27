// Small PDF files as text: readers rebuild the table of objects that is left out.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace banxin {

/// What makes a file other than a square of 100 points with a line across.
struct PdfRecipe {
  std::string content = "0 0 m 100 100 l S";
  std::string resources = {};  ///< entries of the page's resources
  std::string page = "/MediaBox[0 0 100 100]";
  std::string catalog = {};          ///< more entries of the catalogue
  std::string objects = {};          ///< more objects, from number 10
  std::string content_entries = {};  ///< of the content's dictionary
};

inline std::string pdf_stream(std::string_view entries, std::string_view data) {
  return fmt::format("<<{}/Length {}>>stream\n{}\nendstream\n", entries, data.size(), data);
}

inline std::string make_pdf(const PdfRecipe& recipe) {
  return fmt::format(
      "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R{}>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R{}/Resources<<{}>>/Contents 4 0 R>>endobj\n4 0 obj{}endobj\n{}\n"
      "trailer<</Root 1 0 R/Size 50>>\nstartxref\n0\n%%EOF\n",
      recipe.catalog, recipe.page, recipe.resources, pdf_stream(recipe.content_entries, recipe.content), recipe.objects);
}

}  // namespace banxin
