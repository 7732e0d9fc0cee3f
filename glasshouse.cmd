@rem Untried: written with no Windows machine at hand. The bash script "glasshouse" beside it is the one that is tested.
@echo off
setlocal
set "ROOT=%~dp0"
set "BUILD=%ROOT%.build"
set "PROGRAM=%BUILD%\glasshouse\Glasshouse.Cli.exe"

if not exist "%BUILD%" mkdir "%BUILD%"
call :stale && call :locked_publish
if errorlevel 2 exit /b 1
if not defined GLASSHOUSE_HOME set "GLASSHOUSE_HOME=%ROOT:~0,-1%"
"%PROGRAM%" %*
exit /b %ERRORLEVEL%

rem Ends with 0 if a source is newer than the last build, with 1 if not. Folders are looked at too, so that a deleted file counts.
:stale
if not exist "%PROGRAM%" exit /b 0
if not exist "%BUILD%\glasshouse.stamp" exit /b 0
powershell -NoProfile -Command "$t = (Get-Item '%BUILD%\glasshouse.stamp').LastWriteTime; $f = @(Get-ChildItem '%ROOT%src' -Recurse | Where-Object { $_.FullName -notmatch '\\(bin|obj)(\\|$)' }) + @(Get-Item '%ROOT%Directory.*.props', '%ROOT%global.json', '%ROOT%*.slnx'); if ($f | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1) { exit 0 } else { exit 1 }"
exit /b %ERRORLEVEL%

rem The folder "lock.d" is the lock: only one start can make it.
:locked_publish
mkdir "%BUILD%\lock.d" 2>nul
if not errorlevel 1 goto :publish
echo glasshouse: another start is building the program; waiting for it ^(if none is, delete .build\lock.d^) 1>&2
:wait
timeout /t 1 /nobreak >nul
if exist "%BUILD%\lock.d" goto :wait
call :stale && goto :locked_publish
exit /b 0

:publish
dotnet --list-sdks 2>nul | findstr /b /l "10." >nul
if errorlevel 1 (
  echo glasshouse: the .NET 10 SDK is needed to build the program and was not found; get it from https://dot.net 1>&2
  rmdir "%BUILD%\lock.d"
  exit /b 2
)
echo glasshouse: building the program ^(first start, or a source changed^); log in .build\publish.log 1>&2
rem bin and obj exist before the stamp is taken: their making would look like a change.
for /d %%D in ("%ROOT%src\*") do (
  if not exist "%%D\bin" mkdir "%%D\bin"
  if not exist "%%D\obj" mkdir "%%D\obj"
)
type nul > "%BUILD%\glasshouse.stamp.next"
rem The compiler that makes it start faster is a download of its own: without it, the program is built all the same.
call :publish_into true
if errorlevel 1 findstr /c:"error NU" "%BUILD%\publish.log" >nul && call :publish_into false
if errorlevel 1 (
  echo glasshouse: the build failed: 1>&2
  type "%BUILD%\publish.log" 1>&2
  rmdir "%BUILD%\lock.d"
  exit /b 2
)
rem A program that still runs keeps its folder: the move fails then, and the next start tries again.
if exist "%BUILD%\previous" rmdir /s /q "%BUILD%\previous"
if exist "%BUILD%\glasshouse" move "%BUILD%\glasshouse" "%BUILD%\previous" >nul
if not exist "%BUILD%\glasshouse" move "%BUILD%\next" "%BUILD%\glasshouse" >nul
if exist "%BUILD%\next" (
  echo glasshouse: the old program is still running; end it and start again 1>&2
  rmdir "%BUILD%\lock.d"
  exit /b 2
)
move /y "%BUILD%\glasshouse.stamp.next" "%BUILD%\glasshouse.stamp" >nul
rmdir "%BUILD%\lock.d"
exit /b 0

rem The build itself; its argument says whether to precompile.
:publish_into
if exist "%BUILD%\next" rmdir /s /q "%BUILD%\next"
set "RID=-r win-x64"
if /i "%PROCESSOR_ARCHITECTURE%"=="ARM64" set "RID="
set DOTNET_CLI_UI_LANGUAGE=en
set DOTNET_NOLOGO=1
dotnet publish "%ROOT%src\Glasshouse.Cli" -c Release %RID% --self-contained false -p:Precompile=%1 -o "%BUILD%\next" -v minimal > "%BUILD%\publish.log" 2>&1
exit /b %ERRORLEVEL%
