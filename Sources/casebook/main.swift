import CasebookCLI

Program.main()
