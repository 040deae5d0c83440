import CasebookCanvas
import CasebookCore
import CasebookText

/// What happened; the reducer of the part it concerns changes the state.
package enum Action: Sendable, Equatable {
  /// The focus went to a region.
  case focused(Region)
  /// Something in the list.
  case list(ListAction)
  /// Something in the text of the case.
  case detail(DetailAction)
  /// Something in the timeline.
  case timeline(TimelineAction)
  /// Something about the filter.
  case filter(FilterAction)
  /// Something in the line being typed.
  case prompt(PromptAction)
  /// Something on the page over the regions.
  case page(PageAction)
  /// Something about lining up.
  case lineup(LineupAction)
  /// Something about pathways.
  case pathways(PathwaysAction)
  /// Something in the facets.
  case facets(FacetAction)
  /// Something about what was done before.
  case history(HistoryAction)
  /// Something about the files on disk.
  case files(FilesAction)
  /// The Escape pressed last was no key: what it changed is as before.
  case escapeTakenBack(EscapeMoment)
  /// The screen has another size.
  case resized(Size)
  /// Something was said.
  case said(Message)
  /// A line was typed whole.
  case typed(String)
  /// The look was changed.
  case lookChanged(Look)
  /// More cases are listed; `row` is the one that was at hand.
  case libraryGrew(row: Int?)
  /// Loading went on, or ended.
  case loaded(Loading)
  /// The usual orders are ready: using them takes no time now.
  case ordersReady
  /// What is under way is no longer wanted; what came of it stays.
  case stopAsked
  /// Something about the notebook.
  case notebook(NotebookAction)
  /// The user chose a setting; no value gives it back to its default.
  case settingChosen(Setting, String?)
  /// What could not be kept is to be tried again.
  case saveAgain
  /// Cases are to be written into a file.
  case export(ExportRequest)
  /// Lines of text are to be written into a file.
  case saveText([ShownText], path: String, replaces: Bool)
  /// A text is to go to the clipboard of the terminal, in parts.
  case copyAsked([ShownText])
  /// The screen is to be drawn again, every row of it.
  case redrawAsked
  /// A file was written, or could not be.
  case fileWritten(FileOutcome)
  /// The user is done.
  case quitAsked
}

/// What the reducer asks of the world.
package enum Effect: Sendable, Equatable {
  /// Find an answer; it is an action, at once or later.
  case ask(Question)
  /// Stop loading and looking.
  case stop
  /// Put the library that was read again in the place of the one at hand.
  case adoptReloaded
  /// Run a command line.
  case run(commandLine: String)
  /// Run a command line as the user typed it, and keep it.
  case runTyped(String)
  /// Keep something beyond the session.
  case keep(NotebookChange)
  /// Try again to keep what could not be kept, and then perhaps leave.
  case keepUnsaved(thenQuit: Bool)
  /// Write lines of text into a file.
  case saveText([ShownText], path: String, replaces: Bool)
  /// Send a text to the clipboard of the terminal, in parts.
  case copy([ShownText])
  /// Draw every row of the screen again.
  case redraw
  /// Make a note of a text on a case.
  case makeNote(caseID: String, text: String)
}
